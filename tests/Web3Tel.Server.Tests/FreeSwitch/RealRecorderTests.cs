using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Messages that FreeSWITCH takes by itself while the service is away. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed class RealRecorderTests : IDisposable
{
    const int CallerPort = 15260;
    const int Low = 440;
    const int High = 1_230;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TempFolder folder = new();

    public RealRecorderTests() => File.WriteAllBytes(folder["tones.alaw"], Tones.ALaw((Low, 2), (High, 2)));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_left_while_the_service_is_away_is_among_the_others_when_it_is_back()
    {
        await using var freeSwitch = await RealFreeSwitch.Start(OfferAtOnce);
        await using (var caller = Sipp.SpeakingAfterKey(freeSwitch, "1000", CallerPort, folder.Path))
        {
            (await caller.Exit(Patience)).Should().Be(0, caller.Output + freeSwitch.Log);
        }

        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, []);

        await Eventually.Holds(async () => (await service.Voicemail()).Should().ContainSingle(service.Output), Patience);
        var message = (await service.Voicemail()).Single();
        message["mailbox"]!.ToString().Should().Be("queue:reception");
        message["number"]!.ToString().Should().Be("+79161");
        Tones.Heard(await service.Audio(message["id"]!.ToString()), Low, High).Should().Contain(Low).And.Contain(High);
        Directory.GetFiles(Path.Combine(freeSwitch.Recordings, "recorder")).Should().BeEmpty("it has been put among the others");
    }

    [Fact]
    public async Task Who_goes_on_waiting_through_the_offer_is_served_when_the_service_is_back()
    {
        await using var freeSwitch = await RealFreeSwitch.Start(OfferAtOnce);
        await using var operators = Sipp.Operators(CallerPort + 14, TimeSpan.FromSeconds(1));
        await using var caller = Sipp.Callers(freeSwitch, count: 1, perSecond: 1, CallerPort + 10);
        await Eventually.Holds(async () => (await freeSwitch.Api("show channels")).Should().Contain("play_and_get_digits"), Patience);

        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, [CallerPort + 14]);

        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
        await Eventually.Holds(async () => (await service.History()).Should().ContainSingle(service.Output).Which.Result.Should().Be("answered"), Patience);
        (await service.Voicemail()).Should().BeEmpty();
    }

    static void OfferAtOnce(string conf)
    {
        var vars = Path.Combine(conf, "vars.xml");
        File.WriteAllText(vars, File.ReadAllText(vars)
            .Replace("recorder_after=60", "recorder_after=0", StringComparison.Ordinal)
            .Replace("recorder_offer=recorder-offer.wav", "recorder_offer=silence_stream://3000", StringComparison.Ordinal));
    }
}

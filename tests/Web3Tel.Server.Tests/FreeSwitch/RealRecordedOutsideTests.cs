using System.Globalization;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// Conversations with numbers outside on a real FreeSWITCH: recorded, and told so before. Skipped, visibly, where it, SIPp or sox is not installed.
/// </summary>
public sealed class RealRecordedOutsideTests : IDisposable
{
    const int Phone = 15_440;
    const int CallerPort = 15_490;
    const int Voices = 14_700;
    const string Number = "79160000001";
    const int Caller = 500;
    const int Other = 900;
    const int Notice = 1_500;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_caller_whom_a_queue_puts_through_is_told_and_recorded_and_a_killed_service_loses_neither()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new()
        {
            ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{Phone}",
            ["Lines__0__Number"] = "1000",
            ["Lines__0__RecordingNotice"] = $"tone_stream://%(3000,0,{Notice})",
            ["Queues__0__MaxWaitSeconds"] = "1",
            ["Queues__0__WhenTooLong"] = $"number:{Number}",
            ["RecordInStereo"] = "true",
        }, []);
        await using var callersVoice = new Voice(Voices, Caller);
        await using var othersVoice = new Voice(Voices + 2, Other);
        await using var other = Sipp.AnsweringWithVoice(Phone, folder.Path, Voices + 2, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort, folder.Path, Voices);

        Tones.In(await callersVoice.Hear(1.5), Other, Notice).Should().Equal(Notice);
        await Eventually.Holds(async () => (await service.Count("outside")).Should().Be(1, other.Output + service.Output), Patience);
        await Eventually.Holds(async () => Tones.In(await callersVoice.Hear(1), Other, Notice).Should().Equal(Other), Patience);
        // Old enough to be in the survey that the new life takes.
        await callersVoice.Hear(6);
        await service.Kill();
        await callersVoice.Hear(1);
        await service.Live();
        await Eventually.Holds(async () => (await service.Count("outside")).Should().Be(1, service.Output), Patience);
        await service.Command((await service.Calls()).Single().Id, "hang-up");

        var ended = (await service.Settled(freeSwitch, 1)).Single();
        ended.Journey.Select(step => step.What).Should().ContainInOrder("recordingAnnounced", "joined", "sentOn", "connected", "ended");
        await HasOn(freeSwitch, ended, side: 1, Caller, Other);
        await HasOn(freeSwitch, ended, side: 2, Other, Caller);
        var found = (await service.Recordings($"to={Number}")).Should().ContainSingle(service.Output).Subject;
        ((string?)found["outside"], (string?)found["path"]).Should().Be((Number, ended.Recording));
    }

    [Theory]
    [InlineData("AgentFirst", 4)]
    [InlineData("CustomerFirst", 8)]
    public async Task A_customer_who_is_called_back_is_told_before_the_operator_is_heard(string order, int ports)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new()
        {
            ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{Phone + ports}",
            ["Queues__0__RecordingNotice"] = $"tone_stream://%(3000,0,{Notice})",
            ["Queues__0__Callback__Order"] = order,
        }, [Phone + ports + 20]);
        await using var customersVoice = new Voice(Voices + ports, Caller);
        await using var operatorsVoice = new Voice(Voices + ports + 2, Other);
        await using var customer = Sipp.AnsweringWithVoice(Phone + ports, folder.Path, Voices + ports, Talk);
        await using var operators = Sipp.AnsweringWithVoice(Phone + ports + 20, folder.Path, Voices + ports + 2, Talk);
        (await service.Ask("/api/callbacks", new { queue = "reception", number = Number })).Should().Contain(Number);

        await Eventually.Holds(async () => (await freeSwitch.Channels()).Should().BePositive(customer.Output + service.Output), Patience);
        await Eventually.Holds(async () => Tones.In(await customersVoice.Hear(0.5), Other, Notice).Should().Equal(Notice), Patience);
        await Eventually.Holds(async () => Tones.In(await customersVoice.Hear(1), Other, Notice).Should().Equal(Other), Patience);
        await service.Command((await service.Calls()).Single().Id, "hang-up");

        var ended = (await service.Settled(freeSwitch, 1)).Single();
        ended.Journey.Select(step => step.What).Should().ContainInOrder("reached", "recordingAnnounced", "connected", "ended");
        Tones.Heard(await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, ended.Recording!), TestContext.Current.CancellationToken), Caller, Other, Notice)
            .Should().Contain(Other).And.NotContain(Notice, "the recording begins after it");
    }

    /// <summary>By sox: what there is of a tone on one side, and that there is nothing of another.</summary>
    async Task HasOn(RealFreeSwitch freeSwitch, Ended call, int side, int tone, int not)
    {
        (await Amplitude(side, tone)).Should().BeGreaterThan(0.05);
        (await Amplitude(side, not)).Should().BeLessThan(0.01);

        async Task<double> Amplitude(int of, int hertz)
        {
            await using var sox = ChildProcess.Start(Installed.Sox,
                [Path.Combine(freeSwitch.Recordings, call.Recording!), "-n", "remix", $"{of}", "sinc", $"{hertz - 60}-{hertz + 60}", "stat"], folder.Path);
            (await sox.Exit(Patience)).Should().Be(0, sox.Output);
            var line = sox.Output.Split('\n').Single(line => line.StartsWith("RMS     amplitude", StringComparison.Ordinal));
            return double.Parse(line.Split(':')[1], CultureInfo.InvariantCulture);
        }
    }
}

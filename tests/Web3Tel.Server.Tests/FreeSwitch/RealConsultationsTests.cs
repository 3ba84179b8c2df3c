using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// What operators say to those whom they ask, on a real FreeSWITCH: recorded by itself, and nothing of the caller in it. Skipped, visibly, where it or
/// SIPp is not installed.
/// </summary>
public sealed class RealConsultationsTests : IDisposable
{
    const int OperatorPort = 15_340;
    const int CallerPort = 15_360;
    const int Voices = 14_300;
    const string Number = "79160000001";
    const int Caller = 500;
    const int Operator = 900;
    const int Asked = 1_500;
    const int Notice = 2_100;

    /// <summary>No sum of the other tones.</summary>
    const int Secret = 2_750;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_has_both_operators_a_pause_and_nothing_of_what_is_said_before_and_after_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__1__SignedIn"] = "false" }, [OperatorPort, OperatorPort + 4]);
        await using var callersVoice = new Voice(Voices, Caller);
        await using var firstVoice = new Voice(Voices + 2, Operator);
        await using var secondVoice = new Voice(Voices + 4, Asked);
        await using var first = Sipp.AnsweringWithVoice(OperatorPort, folder.Path, Voices + 2, Talk);
        await using var second = Sipp.AnsweringWithVoice(OperatorPort + 4, folder.Path, Voices + 4, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort, folder.Path, Voices);
        var call = await Consults(service, callersVoice, new { agent = "op1" }, signIn: "op1");
        await Hears(firstVoice, Asked);
        await Hears(secondVoice, Operator);

        await service.Command(call, "recording/pause");
        firstVoice.Say(Secret);
        await Hears(secondVoice, Secret);
        firstVoice.Say(Operator);
        await Hears(secondVoice, Operator);
        await service.Command(call, "recording/resume");
        await secondVoice.Hear(2);
        await service.Command(call, "consult/complete");
        await Hears(secondVoice, Caller);
        secondVoice.Say(Secret);
        await Hears(callersVoice, Secret);
        await service.Command(call, "hang-up");

        var ended = (await service.Settled(freeSwitch, 1)).Single();
        var consultation = (await service.Consultations()).Single();
        consultation.Should().Match<Ended>(one => one.ConsultationOf == call && one.Direction == "consultation" && one.Agent == "op0" && one.Dialled == "op1" && one.Number == ended.Number && one.RecordingPausedSeconds > 1);
        ended.Journey.Should().Contain(step => step.What == "consultBegan" && step.Detail == consultation.Id);
        var said = await Sound(freeSwitch, consultation);
        Said(said).Should().Equal([Operator, Asked], "and nothing of the caller, of the pause and of what came after it");
        Tones.Heard(said, Operator, Asked).Should().Contain(0, "the pause is silent");
        var found = await service.Recordings("operator=op1");
        found.Select(one => (string)one["id"]!).Should().BeEquivalentTo([call, consultation.Id], "by either of the two who talked, and beside the call it is about");
        ((string?)found.Single(one => (string)one["id"]! == consultation.Id)["consultationOf"]).Should().Be(call);
        (await service.Recordings($"number={ended.Number.TrimStart('+')}")).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_service_that_is_killed_in_the_middle_of_it_loses_nothing_and_the_caller_is_given_back()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__1__SignedIn"] = "false" }, [OperatorPort + 8, OperatorPort + 12]);
        await using var callersVoice = new Voice(Voices + 6, Caller);
        await using var firstVoice = new Voice(Voices + 8, Operator);
        await using var secondVoice = new Voice(Voices + 10, Asked);
        await using var first = Sipp.AnsweringWithVoice(OperatorPort + 8, folder.Path, Voices + 8, Talk);
        await using var second = Sipp.AnsweringWithVoice(OperatorPort + 12, folder.Path, Voices + 10, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 4, folder.Path, Voices + 6);
        var call = await Consults(service, callersVoice, new { agent = "op1" }, signIn: "op1");
        await Hears(firstVoice, Asked);
        await secondVoice.Hear(2);

        await service.Kill();
        await Hears(secondVoice, Operator);
        await service.Live();
        await Hears(firstVoice, Caller);
        await Eventually.Holds(async () => (await service.Does("op1")).Should().Be("ready", service.Output), Patience);
        await service.Command(call, "hang-up");

        await service.Settled(freeSwitch, 1);
        var consultation = (await service.Consultations()).Single();
        consultation.Should().Match<Ended>(one => one.ConsultationOf == call && one.TalkedSeconds > 3 && one.HungUpBy == "unknown");
        Said(await Sound(freeSwitch, consultation)).Should().Equal(Operator, Asked);
    }

    [Fact]
    public async Task A_number_outside_is_told_first_and_whoever_hangs_up_ends_it()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new()
        {
            ["LineOut"] = $"sofia/internal/{{number}}@127.0.0.1:{OperatorPort + 16}",
            ["Outgoing__RecordingNotice"] = $"tone_stream://%(3000,0,{Notice})",
            ["RecordInStereo"] = "true",
        }, [OperatorPort + 20]);
        await using var callersVoice = new Voice(Voices + 12, Caller);
        await using var operatorsVoice = new Voice(Voices + 14, Operator);
        await using var askedVoice = new Voice(Voices + 16, Asked);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort + 20, folder.Path, Voices + 14, Talk);
        await using var asked = Sipp.AnsweringWithVoice(OperatorPort + 16, folder.Path, Voices + 16, TimeSpan.FromSeconds(12));
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 8, folder.Path, Voices + 12);
        var call = await Consults(service, callersVoice, new { number = Number }, signIn: null);

        Tones.In(await askedVoice.Hear(1.5), Operator, Notice).Should().Equal(Notice);
        await Hears(askedVoice, Operator);
        await Hears(operatorsVoice, Caller);
        await service.Command(call, "hang-up");

        await service.Settled(freeSwitch, 1);
        var consultation = (await service.Consultations()).Single();
        consultation.Journey.Select(step => step.What).Should().Equal("consulted", "recordingAnnounced", "connected", "ended");
        (consultation.Dialled, consultation.HungUpBy).Should().Be((Number, "caller"), "that is who was asked");
        var sound = await Sound(freeSwitch, consultation);
        Said(Side(sound, 0)).Should().Equal([Asked], "who is asked is on the left, and the notice is not of the conversation");
        Said(Side(sound, 1)).Should().Equal(Operator);
        (await service.Recordings($"to={Number}")).Should().ContainSingle();
    }

    /// <summary>The operator has the caller, and asks somebody.</summary>
    /// <param name="signIn">Who is to be asked and was not there before, so as not to have the caller; null for nobody.</param>
    static async Task<string> Consults(ServiceOnFreeSwitch service, Voice callersVoice, object whom, string? signIn)
    {
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        await Hears(callersVoice, Operator);
        var call = (await service.Calls()).Single().Id;
        if (signIn is not null)
        {
            await service.CommandOperator(signIn, "sign-in");
        }

        await service.Command(call, "consult", whom);
        return call;
    }

    static Task<byte[]> Sound(RealFreeSwitch freeSwitch, Ended call) =>
        File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, call.Recording!), TestContext.Current.CancellationToken);

    /// <summary>One side of a stereo recording, left first.</summary>
    static byte[] Side(byte[] wav, int side) => [.. wav.Take(44), .. wav.Skip(44).Chunk(4).SelectMany(both => both.Skip(side * 2).Take(2))];

    /// <summary>All tones that are in it anywhere, also where several are heard at once.</summary>
    static IEnumerable<int> Said(byte[] wav) => new[] { Caller, Operator, Asked, Notice, Secret }.Where(tone => Tones.Heard(wav, tone).Any(heard => heard != 0));

    /// <summary>One of the tones, and for a second none of the others.</summary>
    static Task Hears(Voice voice, int tone) =>
        Eventually.Holds(async () => Tones.In(await voice.Hear(1), Caller, Operator, Asked, Notice, Secret).Should().Equal(tone), Patience);
}

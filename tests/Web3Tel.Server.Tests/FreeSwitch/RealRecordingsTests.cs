using System.Buffers.Binary;
using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>What a real FreeSWITCH writes into recordings. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed class RealRecordingsTests : IDisposable
{
    const int OperatorPort = 15400;
    const int CallerPort = 15420;
    const int Voices = 14_600;
    const int Caller = 500;
    const int Operator = 900;
    const int Second = 1_500;
    const int Header = 44;

    /// <summary>A tone is some 16,000.</summary>
    const int Faint = 100;

    /// <summary>What each of the three says in a pause: no sum of the other tones.</summary>
    static readonly int[] Secrets = [2_750, 2_950, 3_150];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task In_stereo_the_caller_is_on_the_left_and_the_operator_on_the_right()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["RecordInStereo"] = "true" }, [OperatorPort]);
        await using var callersVoice = new Voice(Voices, Caller);
        await using var operatorsVoice = new Voice(Voices + 2, Operator);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort, folder.Path, Voices + 2, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort, folder.Path, Voices);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        await callersVoice.Hear(3);
        await service.Command((await service.Calls()).Single().Id, "hang-up");

        var wav = await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, (await service.Settled(freeSwitch, 1)).Single().Recording!), TestContext.Current.CancellationToken);
        BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(22)).Should().Be(2, "two channels");
        Of(wav, 0).Should().Contain(Caller).And.NotContain(Operator);
        Of(wav, 1).Should().Contain(Operator).And.NotContain(Caller);
    }

    [Fact]
    public async Task What_is_said_in_a_pause_is_not_in_the_recording_whatever_becomes_of_the_call_and_of_the_service()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__1__SignedIn"] = "false" }, [OperatorPort + 4, OperatorPort + 8]);
        await using var callersVoice = new Voice(Voices + 4, Caller);
        await using var firstVoice = new Voice(Voices + 6, Operator);
        await using var secondVoice = new Voice(Voices + 8, Second);
        await using var first = Sipp.AnsweringWithVoice(OperatorPort + 4, folder.Path, Voices + 6, Talk);
        await using var second = Sipp.AnsweringWithVoice(OperatorPort + 8, folder.Path, Voices + 8, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 4, folder.Path, Voices + 4);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        var call = (await service.Calls()).Single().Id;
        await callersVoice.Hear(2);

        await service.Command(call, "recording/pause");
        callersVoice.Say(Secrets[0]);
        firstVoice.Say(Secrets[1]);
        secondVoice.Say(Secrets[2]);
        await Hears(callersVoice, Secrets[1]);
        await Hears(firstVoice, Secrets[0]);
        await service.CommandOperator("op1", "sign-in");
        await service.Command(call, "transfer", new { agent = "op1" });
        await Hears(callersVoice, Secrets[2]);
        await service.Kill();
        await callersVoice.Hear(1);
        await service.Live();
        callersVoice.Say(Caller);
        secondVoice.Say(Second);
        await Hears(callersVoice, Second);
        await Hears(secondVoice, Caller);
        await Eventually.Holds(() => service.Command(call, "recording/resume"), Patience);
        await callersVoice.Hear(2);
        await service.Command(call, "hang-up");

        var ended = (await service.Settled(freeSwitch, 1)).Single();
        var recording = await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, ended.Recording!), TestContext.Current.CancellationToken);
        Secrets.Should().AllSatisfy(secret => Tones.Heard(recording, secret).Should().AllBeEquivalentTo(0, "nothing of what was said in the pause is kept"));
        var (callers, firsts, seconds) = (Tones.Heard(recording, Caller), Tones.Heard(recording, Operator), Tones.Heard(recording, Second));
        var (before, after) = (firsts.ToList().FindLastIndex(tone => tone != 0), seconds.ToList().FindIndex(tone => tone != 0));
        callers.Take(before).Should().Contain(Caller, "what both have said before it is there");
        callers.Skip(after).Should().Contain(Caller, "and what both say after it");
        before.Should().BePositive().And.BeLessThan(after);
        callers.Skip(before + 2).Take(after - before - 3).Should().NotBeEmpty().And.AllBeEquivalentTo(0, "in between it is silent");

        // In the file it is shorter: at the beginning and the end of a bridge FreeSWITCH forgets what it has not written yet, half a second at most
        // each time (switch_core_media_bug_flush_all), and where no sound comes it writes nothing.
        ended.RecordingPausedSeconds.Should().BeApproximately((At("recordingResumed") - At("recordingPaused")).TotalSeconds, 0.001).And.BeGreaterThan(3);
        ((after - before) / 10.0).Should().BeLessThan(ended.RecordingPausedSeconds!.Value + 0.5);
        ended.Journey.Select(step => step.What).Should().ContainInOrder("recordingPaused", "transferred", "connected", "recordingResumed", "ended");

        DateTimeOffset At(string what) => ended.Journey.Single(step => step.What == what).At;
    }

    [Fact]
    public async Task A_caller_hears_the_notice_and_then_the_operator()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Queues__0__RecordingNotice"] = $"tone_stream://%(4000,0,{Second})" }, [OperatorPort + 12]);
        await using var callersVoice = new Voice(Voices + 10, Caller);
        await using var operatorsVoice = new Voice(Voices + 12, Operator);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort + 12, folder.Path, Voices + 12, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 8, folder.Path, Voices + 10);

        Tones.In(await callersVoice.Hear(2), Operator, Second).Should().Equal(Second);
        await Eventually.Holds(async () => Tones.In(await callersVoice.Hear(1), Operator, Second).Should().Equal(Operator), Patience);
        await service.Command((await service.Calls()).Single().Id, "hang-up");

        (await service.Settled(freeSwitch, 1)).Single().Journey.Select(step => step.What).Should().ContainInOrder("recordingAnnounced", "joined", "connected");
    }

    [Fact]
    public async Task An_operator_pauses_it_by_keys_and_what_is_said_meanwhile_is_silence_in_the_file()
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Phone__PauseRecording"] = "*7", ["Phone__ResumeRecording"] = "*8" }, [OperatorPort + 16]);
        await using var callersVoice = new Voice(Voices + 14, Caller);
        await using var operatorsVoice = new Voice(Voices + 16, Operator);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort + 16, folder.Path, Voices + 16, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort + 12, folder.Path, Voices + 14);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        await callersVoice.Hear(2);
        callersVoice.Press("*7");
        await callersVoice.Hear(2);
        (await service.Recording()).Should().Be("recording", "what the caller presses commands nothing");

        operatorsVoice.Press("*7");
        await Eventually.Holds(async () => (await service.Recording()).Should().Be("paused", service.Output), Patience);
        callersVoice.Say(Secrets[0]);
        operatorsVoice.Say(Secrets[1]);
        await Hears(callersVoice, Secrets[1]);
        await Hears(operatorsVoice, Secrets[0]);
        await callersVoice.Hear(2);
        callersVoice.Say(Caller);
        operatorsVoice.Say(Operator);
        await Hears(callersVoice, Operator);
        await Hears(operatorsVoice, Caller);
        operatorsVoice.Press("*8");
        await Eventually.Holds(async () => (await service.Recording()).Should().Be("recording", service.Output), Patience);
        await callersVoice.Hear(2);
        await service.Command((await service.Calls()).Single().Id, "hang-up");

        var ended = (await service.Settled(freeSwitch, 1)).Single();
        ended.RecordingPausedSeconds.Should().BeGreaterThan(4);
        var recording = await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, ended.Recording!), TestContext.Current.CancellationToken);
        Secrets.Should().AllSatisfy(secret => Tones.Heard(recording, secret).Should().AllBeEquivalentTo(0));
        var loud = Peaks(recording).Select(peak => peak > Faint).ToList();
        var (begin, end) = (loud.IndexOf(false, loud.IndexOf(true)), loud.LastIndexOf(false, loud.LastIndexOf(true)));
        ((end - begin + 1) / 10.0).Should().BeApproximately(ended.RecordingPausedSeconds!.Value, 0.6, "as long as the call was paused");
        loud[begin..end].Should().AllBeEquivalentTo(false, "and nothing at all is heard in it");
        Tones.Heard(recording, Caller, Operator).Take(begin).Should().Contain(tone => tone != 0);
        Tones.Heard(recording, Caller, Operator).Skip(end + 1).Should().Contain(tone => tone != 0);
        (await service.Audit()).Should().ContainInOrder(("op0", "pauseRecording"), ("op0", "resumeRecording"));
    }

    /// <summary>The loudest sample of each tenth of a second, of 32,767.</summary>
    static IEnumerable<int> Peaks(byte[] wav) =>
        wav.Skip(Header).Chunk(1_600).Where(frame => frame.Length == 1_600).Select(frame => frame.Chunk(2).Max(sample => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(sample))));

    /// <summary>One of the tones, and for a second none of the others.</summary>
    static Task Hears(Voice voice, int tone) =>
        Eventually.Holds(async () => Tones.In(await voice.Hear(1), [Caller, Operator, Second, .. Secrets]).Should().Equal(tone), Patience);

    /// <summary>Which tones there are on one side of a stereo recording.</summary>
    static IEnumerable<int> Of(byte[] wav, int side) =>
        Tones.Heard([.. wav.Take(Header), .. wav.Skip(Header).Chunk(4).SelectMany(both => both.Skip(side * 2).Take(2))], Caller, Operator);
}

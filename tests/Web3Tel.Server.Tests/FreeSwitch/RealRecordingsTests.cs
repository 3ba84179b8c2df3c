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

        var wav = await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, (await Settled(freeSwitch, service)).Recording!), TestContext.Current.CancellationToken);
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
        await callersVoice.Hear(1);
        await service.CommandOperator("op1", "sign-in");
        await service.Command(call, "transfer", new { agent = "op1" });
        await Eventually.Holds(async () => Tones.In(await callersVoice.Hear(1), Operator, Second).Should().Equal(Second), Patience);
        await service.Kill();
        await callersVoice.Hear(1);
        await service.Live();
        await Eventually.Holds(() => service.Command(call, "recording/resume"), Patience);
        await callersVoice.Hear(2);
        await service.Command(call, "hang-up");

        var ended = await Settled(freeSwitch, service);
        var heard = Tones.Heard(await File.ReadAllBytesAsync(Path.Combine(freeSwitch.Recordings, ended.Recording!), TestContext.Current.CancellationToken), Caller, Operator, Second);
        var silence = heard.SkipWhile(tone => tone == 0).SkipWhile(tone => tone != 0).TakeWhile(tone => tone == 0).Count() / 10.0;
        ended.RecordingPausedSeconds.Should().BeGreaterThan(3);
        silence.Should().BeInRange(ended.RecordingPausedSeconds!.Value * 0.8, ended.RecordingPausedSeconds.Value + 0.5, "it is silent for as long as the history says: where the call changes hands FreeSWITCH writes nothing for some moments");
        heard.TakeWhile((_, i) => i < 10).Should().NotContain(Second).And.Contain(tone => tone != 0);
        heard.TakeLast(15).Should().NotContain(Operator).And.Contain(tone => tone != 0, "it goes on with the second operator");
        ended.Journey.Select(step => step.What).Should().ContainInOrder("recordingPaused", "transferred", "connected", "recordingResumed", "ended");
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

        (await Settled(freeSwitch, service)).Journey.Select(step => step.What).Should().ContainInOrder("recordingAnnounced", "joined", "connected");
    }

    /// <summary>Which tones there are on one side of a stereo recording.</summary>
    static IEnumerable<int> Of(byte[] wav, int side) =>
        Tones.Heard([.. wav.Take(Header), .. wav.Skip(Header).Chunk(4).SelectMany(both => both.Skip(side * 2).Take(2))], Caller, Operator);

    static async Task<Ended> Settled(RealFreeSwitch freeSwitch, ServiceOnFreeSwitch service)
    {
        await Eventually.Holds(
            async () =>
            {
                (await freeSwitch.Channels()).Should().Be(0);
                (await service.History()).Should().HaveCount(1, service.Output);
            },
            Patience);
        return (await service.History()).Single();
    }
}

using FluentAssertions;
using Web3Tel.Server.Tests.Service;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Who hears whom when a supervisor listens, by the sound on the wire, on a real FreeSWITCH. Skipped, visibly, where it or SIPp is not installed.</summary>
public sealed class RealListeningTests : IDisposable
{
    const int OperatorPort = 15600;
    const int SupervisorPort = 15610;
    const int CallerPort = 15620;
    const int Voices = 14_400;
    const int Caller = 500;
    const int Operator = 900;
    const int Supervisor = 1_500;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Talk = TimeSpan.FromSeconds(100);

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("listen", false, false)]
    [InlineData("whisper", true, false)]
    [InlineData("barge", true, true)]
    public async Task A_supervisor_hears_both_and_is_heard_by_those_who_are_meant_to(string mode, bool byOperator, bool byCaller)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, new() { ["Operators__1__SignedIn"] = "false" }, [OperatorPort, SupervisorPort]);
        await using var callersVoice = new Voice(Voices, Caller);
        await using var operatorsVoice = new Voice(Voices + 2, Operator);
        await using var supervisorsVoice = new Voice(Voices + 4, Supervisor);
        await using var operators = Sipp.AnsweringWithVoice(OperatorPort, folder.Path, Voices + 2, Talk);
        await using var supervisor = Sipp.AnsweringWithVoice(SupervisorPort, folder.Path, Voices + 4, Talk);
        await using var caller = Sipp.CallerWithVoice(freeSwitch, CallerPort, folder.Path, Voices);
        await Eventually.Holds(async () => (await service.Count("talking")).Should().Be(1, service.Output), Patience);
        (await Heard(operatorsVoice)).Should().Equal(Caller);
        (await Heard(callersVoice)).Should().Equal(Operator);

        await service.Command((await service.Calls()).Single().Id, "listen", new { destination = "op1", mode });

        await Eventually.Holds(async () => (await Heard(supervisorsVoice)).Should().Equal(Caller, Operator), Patience);
        (await Heard(operatorsVoice)).Should().Equal(byOperator ? [Caller, Supervisor] : [Caller]);
        (await Heard(callersVoice)).Should().Equal(byCaller ? [Operator, Supervisor] : [Operator]);
        await service.Command((await service.Calls()).Single().Id, "hang-up");
        (await caller.Exit(Patience)).Should().Be(0, caller.Output);
    }

    static async Task<IReadOnlyList<int>> Heard(Voice voice) => Tones.In(await voice.Hear(1), Caller, Operator, Supervisor);
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Server.Board;
using Web3Tel.Skills;
using Xunit;

namespace Web3Tel.Server.Tests.Board;

public sealed class BoardReaderTests
{
    [Fact]
    public void Every_state_of_an_operator_has_a_name_of_its_own_on_the_board() =>
        StatesOf<AgentState>().Select(BoardReader.Activity).Should().BeEquivalentTo(Enum.GetValues<OperatorActivity>());

    [Fact]
    public void Every_state_of_a_caller_has_a_name_of_its_own_on_the_board() =>
        StatesOf<CallerState>().Select(state => BoardReader.Activity(state).Activity)
            // It is the conversation that is on hold, and an operator's own call that is dialled.
            .Append(CallActivity.OnHold).Append(BoardReader.Activity(OutgoingState.Dialling)).Should().BeEquivalentTo(Enum.GetValues<CallActivity>());

    [Fact]
    public void What_an_operator_can_and_what_a_waiting_caller_asks_for_is_on_the_board()
    {
        var at = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
        var call = new CallRef("fs", "a");
        Event[] events =
        [
            new Event.ServiceStarted(at, Guid.Empty),
            new Event.Configured(at, new Configuration
            {
                Queues = [new QueueSettings { Name = "sales" }],
                Agents = [new AgentSettings { Id = "anna", Name = "Anna", Destination = "user/1", Queues = ["sales"], Skills = SkillSet.FromText("de:2") }],
            }),
            new Event.NodeSurveyed(at, "fs", []),
            new Event.CallArrived(at, call, "1", "", "1000", at),
            new Event.Joined(at, call, "sales", Skills: new SkillDemand(SkillSet.FromText("en:1"), SkillSet.FromText("fr:1"))),
        ];
        var board = BoardReader.Read(events.Aggregate(CallCenter.Empty, (state, happened) => Engine.Step(state, happened).Next), at);
        board.Operators.Single().Skills.Should().Be(SkillSet.FromText("de:2"));
        board.Calls.Single().Skills.Should().Be(SkillSet.FromText("en:1,fr:1"));
        JsonSerializer.Serialize(board.Operators.Single().Skills).Should().Be("""{"de":2}""");
    }

    static IEnumerable<T> StatesOf<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => (T)RuntimeHelpers.GetUninitializedObject(type));
}

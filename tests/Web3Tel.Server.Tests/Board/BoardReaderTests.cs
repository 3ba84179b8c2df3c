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

    [Fact]
    public void Of_each_queue_it_is_told_how_many_operators_do_what()
    {
        var at = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
        var lunch = new BreakReason("lunch", "Lunch");
        AgentSettings Serving(string id, params string[] queues) => new() { Id = id, Name = id, Destination = $"user/{id}", Queues = [.. queues] };
        Event[] events =
        [
            new Event.ServiceStarted(at, Guid.Empty),
            new Event.Configured(at, new Configuration
            {
                Queues = [new QueueSettings { Name = "sales" }, new QueueSettings { Name = "support" }, new QueueSettings { Name = "empty" }],
                Agents = [Serving("anna", "sales", "support"), Serving("boris", "sales"), Serving("vera", "sales"), Serving("gleb", "sales"), Serving("dina", "support")],
                BreakReasons = [lunch],
            }),
            new Event.NodeSurveyed(at, "fs", []),
            new Event.AgentTookBreak(at, "boris", lunch.Id),
            new Event.AgentSignedOut(at, "vera"),
            new Event.DoNotDisturbAsked(at, "gleb", On: true),
            new Event.CallArrived(at, new CallRef("fs", "a"), "1", "", "1000", at),
            new Event.Joined(at, new CallRef("fs", "a"), "sales"),
        ];

        var queues = BoardReader.Read(events.Aggregate(CallCenter.Empty, (state, happened) => Engine.Step(state, happened).Next), at).Queues.ToDictionary(queue => queue.Name);

        queues["sales"].Operators.Should().Be(CrewOnBoard.Nobody with { Offered = 1, Break = 1, Away = 1, SignedOut = 1 });
        queues["support"].Operators.Should().Be(CrewOnBoard.Nobody with { Offered = 1, Ready = 1 });
        queues["empty"].Operators.Should().Be(CrewOnBoard.Nobody);
        (queues["sales"].OperatorsSignedIn, queues["support"].OperatorsSignedIn, queues["support"].OperatorsReady).Should().Be((3, 2, 1));
    }

    [Fact]
    public void Whatever_an_operator_does_is_counted_once()
    {
        var all = Enum.GetValues<OperatorActivity>().Aggregate(CrewOnBoard.Nobody, (crew, activity) => crew.With(activity, isAway: false));
        all.Should().Be(new CrewOnBoard(1, 1, 1, 1, 1, 1, Away: 0, 1));
        CrewOnBoard.Nobody.With(OperatorActivity.Ready, isAway: true).Should().Be(CrewOnBoard.Nobody with { Away = 1 });
        CrewOnBoard.Nobody.With(OperatorActivity.Talking, isAway: true).Should().Be(CrewOnBoard.Nobody with { Talking = 1 }, "the phone of who talks is busy with that");
    }

    static IEnumerable<T> StatesOf<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => (T)RuntimeHelpers.GetUninitializedObject(type));
}

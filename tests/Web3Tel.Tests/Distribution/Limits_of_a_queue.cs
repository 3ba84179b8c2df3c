using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Limits_of_a_queue
{
    static readonly QueueSettings Sales = Desk.Sales with { MaxLength = 2, MaxWait = TimeSpan.FromSeconds(60), OverflowTo = "service" };
    static readonly QueueSettings Service = new() { Name = "service" };

    [Fact]
    public void Without_any_a_caller_waits_for_ever() =>
        new Desk().Joins("a").Pass(36_000).Caller("a").State.Should().BeOfType<CallerState.Waiting>();

    [Fact]
    public void A_caller_who_finds_the_queue_full_joins_the_next_one()
    {
        var desk = Open(Sales, Service).Joins("a").Joins("b").Joins("c");
        desk.State.Queues["sales"].Line.Should().HaveCount(2);
        desk.Caller("c").Queue.Should().Be("service");
        desk.Caller("c").Journey.Select(step => step.What).Should()
            .Equal(JourneyEvent.Arrived, JourneyEvent.Overflowed, JourneyEvent.Joined);
    }

    [Fact]
    public void A_caller_who_finds_every_queue_full_is_turned_away()
    {
        var desk = Open(Sales, Service with { MaxLength = 1 }).Joins("a").Joins("b").Joins("c").Joins("d");
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(Desk.Call("d"));
        desk.HangsUp("d").History.Single().Result.Should().Be(CallResult.TurnedAway);
    }

    [Fact]
    public void A_place_that_was_left_can_be_taken() =>
        Open(Sales, Service).Joins("a").Joins("b").HangsUp("a").Joins("c").Caller("c").Queue.Should().Be("sales");

    [Fact]
    public void A_caller_who_has_waited_too_long_goes_on_to_the_next_queue_and_keeps_the_time_waited()
    {
        var desk = Open(Sales, Service).Joins("a");
        var joined = desk.Now;
        desk.Pass(30).Joins("b", "service").Pass(29).Caller("a").Queue.Should().Be("sales");
        desk.Pass(1);
        desk.Caller("a").Should().Match<Caller>(caller => caller.Queue == "service" && caller.Joined == joined);
        (desk.Position("a"), desk.Position("b")).Should().Be((1, 2));
        desk.AllEffects.OfType<Effect.Inform>().Last().Call.Should().Be(Desk.Call("a"), "the flow has to change the music");
    }

    [Fact]
    public void The_next_queue_gives_its_whole_time()
    {
        var desk = Open(Sales, Service with { MaxWait = TimeSpan.FromSeconds(40) }).Joins("a").Pass(99);
        desk.Caller("a").State.Should().BeOfType<CallerState.Waiting>();
        desk.Pass(1).HangsUp("a").History.Single().Should().Match<HistoryEntry>(call =>
            call.Result == CallResult.TurnedAway && call.WaitedSeconds == 100);
    }

    [Fact]
    public void A_phone_that_rings_for_a_caller_who_goes_on_rings_for_the_next()
    {
        var desk = Open(Sales with { RingTime = TimeSpan.FromSeconds(120) }, Service, "anna").Joins("a").Pass(30).Joins("b");
        desk.CallerOf("anna").Should().Be("a");
        desk.Pass(30).CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Do_not_disturb_who_has_an_agent() =>
        Open(Sales, Service, "anna").Joins("a").Talks("anna").Pass(600).Caller("a").State.Should().BeOfType<CallerState.Talking>();

    [Fact]
    public void Count_on_through_a_restart_and_turn_nobody_away_who_comes_back()
    {
        var desk = Open(Sales, Service).Joins("a").Joins("b").Pass(40).Restart().Survey(Desk.Live(Desk.Call("a")), Desk.Live(Desk.Call("b")));
        desk.Arrives("a").Arrives("b").State.Queues["sales"].Line.Should().HaveCount(2);
        desk.Pass(19).Caller("a").Queue.Should().Be("sales");
        desk.Pass(1).Caller("a").Queue.Should().Be("service");
    }

    [Fact]
    public void Are_kept_in_a_snapshot()
    {
        var state = Open(Sales, Service).Joins("a").State;
        var restored = OnDisk.Restored(state);
        restored.Deadlines.Should().Equal(state.Deadlines).And.ContainSingle();
    }

    [Fact]
    public void Must_lead_somewhere_and_not_in_a_circle()
    {
        var problems = new Configuration
        {
            Queues =
            [
                new() { Name = "a", OverflowTo = "b" },
                new() { Name = "b", OverflowTo = "a" },
                new() { Name = "c", OverflowTo = "a" },
                new() { Name = "d", OverflowTo = "nowhere", MaxLength = 0, MaxWait = TimeSpan.FromSeconds(-1) },
            ],
        }.Problems();
        problems.Should().HaveCount(5);
        problems.Should().Contain("Queue 'd' overflows to 'nowhere', which is not configured.");
        problems.Should().Contain("Queue 'a' overflows to itself: a → b → a. One of them must lead elsewhere, or end the call.");
        problems.Should().Contain(problem => problem.StartsWith("Queue 'd': MaxLength is 0"));
        problems.Should().Contain(problem => problem.StartsWith("Queue 'd': MaxWait is -"));
    }

    static Desk Open(QueueSettings sales, QueueSettings service, params string[] agents) => new(new Configuration
    {
        Queues = [sales, service],
        Agents = [.. agents.Select(agent => Desk.Serving(agent, "sales"))],
    });
}

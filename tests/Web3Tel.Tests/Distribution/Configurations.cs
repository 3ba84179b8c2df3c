using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Configurations
{
    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "sales" }, new() { Name = "bad name", AfterReject = TimeSpan.Zero }],
            Agents = [Desk.Serving("anna", "nowhere") with { Destination = " " }],
            LostAfter = TimeSpan.FromSeconds(-1),
        }.Problems();
        problems.Should().HaveCount(6);
        problems.Should().Contain("Queue 'sales' is named 2 times: a name must be unique.");
        problems.Should().Contain("Agent 'anna' serves the queue 'nowhere', which is not configured.");
    }

    [Fact]
    public void Problems_of_breaks_are_told_too()
    {
        new Configuration
        {
            BreakReasons = [new("lunch", "Lunch"), new("lunch", "Dinner"), new("no-answer", "Mine"), new("", "Nothing")],
            LongestBreak = TimeSpan.FromSeconds(-1),
            LongestWrapUp = TimeSpan.FromDays(2),
            MostUnanswered = 0,
        }.Problems().Should().Equal(
            "Break 'lunch' is named 2 times: a name must be unique.",
            "Break 'no-answer' is the call center's own: choose another id.",
            "Break '': a name has at least one character, and only A-Z, a-z, 0-9, '.', '-' and '_'.",
            "LongestBreak is -00:00:01: it must be between 00:00:01 and 1.00:00:00.",
            "LongestWrapUp is 2.00:00:00: it must be between 00:00:01 and 1.00:00:00.",
            "MostUnanswered is 0: it must be at least 1, or left out for no limit.");
    }

    [Fact]
    public void One_with_problems_is_refused_as_a_whole()
    {
        var desk = new Desk("anna");
        var before = desk.State.Configuration;
        desk.Do(new Event.Configured(desk.Now, new Configuration { Agents = [Desk.Serving("x", "nowhere")] }));
        desk.State.Configuration.Should().BeSameAs(before);
        desk.State.Ignored.Should().Be(1);
    }

    [Fact]
    public void The_same_again_changes_nothing_for_those_who_work_and_wait()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second").Talks("anna");
        var (agents, callers) = (desk.State.Agents, desk.State.Callers);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration)).Effects.Should().BeEmpty();
        desk.State.Agents.Values.Should().Equal(agents.Values);
        desk.State.Callers.Should().Equal(callers);
    }

    [Fact]
    public void An_agent_who_is_no_longer_named_finishes_the_conversation_and_is_gone()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [] }));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Pass(10).State.Agents.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_given_another_queue_is_offered_its_callers()
    {
        var both = new Configuration
        {
            Queues = [new() { Name = "sales" }, new() { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales")],
        };
        var desk = new Desk(both).Joins("owner", "service");
        desk.Do(new Event.Configured(desk.Now, both with { Agents = [Desk.Serving("anna", "service")] }));
        desk.CallerOf("anna").Should().Be("owner");
        desk.State.Queues["sales"].Ready.Should().BeEmpty();
    }

    [Fact]
    public void Nobody_is_left_waiting_in_a_queue_that_is_closed()
    {
        var desk = new Desk("anna").Joins("talking").Joins("waiting").Talks("anna");
        desk.Do(new Event.Configured(desk.Now, new Configuration()));
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(Desk.Call("waiting"));
        desk.HangsUp("waiting").History.Single().Result.Should().Be(CallResult.Failed);
        desk.HangsUp("talking").History.Last().Result.Should().Be(CallResult.Answered);
        desk.Pass(20).Do(new Event.Configured(desk.Now, new Configuration())).State.Queues.Should().BeEmpty();
    }

    [Fact]
    public void Who_joins_a_queue_that_was_taken_out_while_the_greeting_played_is_let_into_the_first()
    {
        var both = new Configuration { Queues = [new() { Name = "sales" }, new() { Name = "service" }] };
        var desk = new Desk(both);
        desk.Do(new Event.Configured(desk.Now, both with { Queues = [new() { Name = "sales" }] })).Joins("caller", "service");
        var caller = desk.State.Callers[Desk.Call("caller")];
        caller.Should().Match<Caller>(one => one.State is CallerState.Waiting && one.Queue == "sales");
        caller.Journey.Should().Contain(step => step.What == JourneyEvent.Overflowed && step.Detail == "service: There is no such queue.");
        var again = desk.Do(new Event.Joined(desk.Now, Desk.Call("caller"), "service"));
        again.State.Callers[Desk.Call("caller")].Should().Be(caller, "who waits there already does");
    }

    [Fact]
    public void While_somebody_still_talks_for_it_they_follow_its_own_way_out_as_those_who_stood_in_it()
    {
        var three = new Configuration
        {
            Queues = [Desk.Sales, new() { Name = "service", OverflowTo = "spare" }, new() { Name = "spare" }],
            Agents = [Desk.Serving("anna", "service")],
        };
        var desk = new Desk(three).Joins("talking", "service").Talks("anna");
        desk.Do(new Event.Configured(desk.Now, three with { Queues = [Desk.Sales, new() { Name = "spare" }], Agents = [] })).Joins("caller", "service");
        desk.Caller("caller").Queue.Should().Be("spare");
    }
}

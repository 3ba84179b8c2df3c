using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Conversations_and_wrap_up
{
    [Fact]
    public void When_the_caller_hangs_up_the_leg_is_ended_and_the_history_says_all()
    {
        var desk = new Desk("anna").Joins("caller").Pass(5).Talks("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(60).HangsUp("caller");
        desk.Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        var entry = desk.History.Single();
        entry.Should().BeEquivalentTo(new
        {
            Id = "caller",
            Node = Desk.Node,
            Queue = "sales",
            Agent = "anna",
            WaitedSeconds = 5.0,
            TalkedSeconds = 60.0,
            Result = CallResult.Answered,
            Cause = HangupCause.NormalClearing,
            HungUpBy = EndedBy.Caller,
        });
        entry.Journey.Select(step => step.What).Should().Equal(
            JourneyEvent.Arrived, JourneyEvent.Joined, JourneyEvent.Offered, JourneyEvent.OfferEnded, JourneyEvent.Connected, JourneyEvent.Ended);
    }

    [Fact]
    public void When_the_agent_hangs_up_the_caller_is_ended_too_and_the_history_waits_for_it()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(30).AgentHangsUp("anna");
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(Desk.Call("caller"));
        desk.History.Should().BeEmpty();
        desk.Pass(1).HangsUp("caller");
        var entry = desk.History.Single();
        (entry.HungUpBy, entry.TalkedSeconds, entry.Result).Should().Be((EndedBy.Agent, 30.0, CallResult.Answered));
    }

    [Fact]
    public void A_caller_of_whose_end_nothing_is_heard_stands_in_the_history_all_the_same()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").AgentHangsUp("anna").Pass(10);
        desk.State.Callers.Should().BeEmpty();
        desk.History.First().Result.Should().Be(CallResult.Answered);
    }

    [Fact]
    public void After_the_wrap_up_the_entry_comes_once_more_and_the_next_caller_is_offered()
    {
        var desk = new Desk("anna").Joins("caller").Joins("next").Talks("anna").HangsUp("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.CallerOf("anna").Should().BeNull();
        desk.Pass(10).CallerOf("anna").Should().Be("next");
        desk.History.Select(entry => entry.Id).Should().Equal("caller", "caller");
        desk.History.Last().Journey[^1].What.Should().Be(JourneyEvent.WrapUpEnded);
        desk.State.InWrapUp.Should().BeEmpty();
    }

    [Fact]
    public void Without_wrap_up_the_agent_is_offered_the_next_at_once()
    {
        var desk = new Desk(Desk.Sales with { WrapUp = TimeSpan.Zero }, Desk.Serving("anna", "sales"));
        desk.Joins("caller").Joins("next").Talks("anna").HangsUp("caller");
        desk.CallerOf("anna").Should().Be("next");
        desk.Pass(60).History.Count(entry => entry.Id == "caller").Should().Be(1);
    }

    [Fact]
    public void Two_who_are_parted_while_both_live_are_not_left_in_silence()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        desk.Do(new Event.Unbridged(desk.Now, Desk.Call("caller"))).Pass(1.9).Caller("caller").State.Should().BeOfType<CallerState.Talking>();
        desk.Pass(0.1).Effects.OfType<Effect.HangUp>().Should().HaveCount(2);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void An_agent_who_signs_out_in_a_conversation_finishes_it_and_the_wrap_up_first()
    {
        var desk = new Desk("anna").Joins("caller").Joins("next").Talks("anna");
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Pass(10).Agent("anna").Should().BeOfType<AgentState.SignedOut>();
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).CallerOf("anna").Should().Be("next");
    }

    [Fact]
    public void Losing_sight_of_a_caller_in_conversation_ends_nothing()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").IsLost("caller").Pass(300);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.AgentHangsUp("anna").Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(Desk.Call("caller"));
    }

    [Fact]
    public void A_caller_who_hangs_up_during_the_greeting_was_not_queued()
    {
        var desk = new Desk("anna").Arrives("caller").HangsUp("caller");
        var entry = desk.History.Single();
        (entry.Result, entry.HungUpBy, entry.Queue).Should().Be((CallResult.NotQueued, EndedBy.Caller, null));
    }

    [Fact]
    public void A_flow_that_fails_before_the_queue_does_not_leave_the_caller_in_silence()
    {
        var desk = new Desk("anna").Arrives("caller");
        desk.Do(new Event.FlowEnded(desk.Now, Desk.Call("caller"), "boom")).Effects.OfType<Effect.HangUp>().Should().ContainSingle();
        desk.HangsUp("caller").History.Single().Result.Should().Be(CallResult.Failed);
    }

    [Fact]
    public void A_flow_that_fails_in_the_queue_does_not_cost_the_place()
    {
        var desk = new Desk().Joins("caller");
        desk.Do(new Event.FlowEnded(desk.Now, Desk.Call("caller"), "boom")).Position("caller").Should().Be(1);
    }
}

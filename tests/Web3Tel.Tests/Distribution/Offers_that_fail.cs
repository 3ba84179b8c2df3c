using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Offers_that_fail
{
    [Theory]
    [InlineData(OfferOutcome.Rejected, RestReason.Rejected, 10)]
    [InlineData(OfferOutcome.Busy, RestReason.Busy, 10)]
    [InlineData(OfferOutcome.NoAnswer, RestReason.NoAnswer, 30)]
    [InlineData(OfferOutcome.Unreachable, RestReason.Unreachable, 60)]
    public void The_agent_rests_and_the_caller_keeps_the_place_and_the_next_is_tried_at_once(
        OfferOutcome outcome, RestReason why, int seconds)
    {
        var desk = new Desk("anna", "boris").Joins("first");
        desk.Pass(1).Fails("anna", outcome);
        desk.Agent("anna").Should().Be(new AgentState.Resting(desk.Now, desk.Now.AddSeconds(seconds), why));
        desk.CallerOf("boris").Should().Be("first");
        desk.Position("first").Should().Be(1);
        desk.Talks("boris").Pass(seconds - 0.001).Agent("anna").Should().BeOfType<AgentState.Resting>();
        desk.Pass(0.001).Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void Who_refused_a_caller_is_tried_again_only_when_there_is_nobody_else()
    {
        var desk = new Desk("anna", "boris").Joins("picky");
        desk.Fails("anna", OfferOutcome.Rejected).Fails("boris", OfferOutcome.NoAnswer);
        // Anna has rested, Boris has not: both have refused, so Anna it is.
        desk.Pass(10).CallerOf("anna").Should().Be("picky");
        desk.Fails("anna", OfferOutcome.NoAnswer);
        var vera = new Event.Configured(desk.Now, desk.State.Configuration with
        {
            Agents = desk.State.Configuration.Agents.Add(Desk.Serving("vera", "sales")),
        });
        desk.Do(vera).CallerOf("vera").Should().Be("picky");
    }

    [Fact]
    public void The_longest_idle_who_refused_is_passed_over_for_one_who_did_not()
    {
        // Both become ready in the same moment, Anna first in order, but Boris has not had the caller yet.
        var desk = new Desk("anna", "boris").Joins("other").Joins("picky");
        desk.Talks("boris").Do(new Event.AgentSignedOut(desk.Now, "boris"));
        desk.CallerOf("anna").Should().Be("picky");
        desk.Fails("anna", OfferOutcome.Rejected).HangsUp("other").Pass(10);
        desk.CallerOf("anna").Should().Be("picky", "there is nobody else");
        desk.Fails("anna", OfferOutcome.Rejected);
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).Pass(10).Do(new Event.AgentSignedIn(desk.Now, "boris"));
        desk.Survey().CallerOf("boris").Should().Be("picky");
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void An_offer_of_which_nothing_is_heard_ends_by_its_deadline()
    {
        var desk = new Desk("anna").Joins("caller");
        var offer = desk.OfferOf("anna");
        desk.Pass(30);
        desk.AllEffects.Should().Contain(new Effect.Withdraw(offer.Number));
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.NoAnswer);
        desk.Caller("caller").State.Should().Be(new CallerState.Waiting(null));
    }

    [Fact]
    public void When_the_caller_hangs_up_the_phone_rings_on_for_the_next()
    {
        var desk = new Desk("anna").Joins("first").Joins("second");
        desk.HangsUp("first");
        desk.Effects.OfType<Effect.Withdraw>().Should().BeEmpty();
        desk.CallerOf("anna").Should().Be("second");
        desk.History.Single().Result.Should().Be(CallResult.Abandoned);
    }

    [Fact]
    public void When_the_only_caller_hangs_up_the_phone_stops_ringing_and_the_agent_keeps_the_turn()
    {
        var desk = new Desk("anna", "boris").Joins("only").Pass(5).HangsUp("only");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
        desk.Joins("another").CallerOf("anna").Should().Be("another");
    }

    [Fact]
    public void An_offer_out_of_sight_frees_the_caller_at_once_and_the_agent_when_the_switch_has_been_asked()
    {
        var desk = new Desk("anna", "boris").Joins("caller");
        var leg = desk.OfferOf("anna").Leg;
        desk.Fails("anna", OfferOutcome.LostSight);
        desk.CallerOf("boris").Should().Be("caller");
        desk.OfferOf("anna").State.Should().Be(OfferState.Orphaned);
        desk.Survey(Desk.Live(leg)).Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void An_offer_out_of_sight_ends_even_if_the_switch_never_comes_back()
    {
        var desk = new Desk("anna").Joins("caller").Fails("anna", OfferOutcome.LostSight);
        desk.HangsUp("caller").Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_who_signs_out_while_the_phone_rings_is_not_rung_any_more()
    {
        var desk = new Desk("anna", "boris").Joins("caller");
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna"));
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
        desk.CallerOf("boris").Should().Be("caller");
    }
}

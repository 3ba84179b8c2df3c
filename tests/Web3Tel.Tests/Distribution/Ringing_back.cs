using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>A caller forgotten on hold comes back to the agent who forgot.</summary>
public sealed class Ringing_back
{
    [Fact]
    public void A_forgotten_one_reminds_the_agent_by_tones_and_then_rings_back_while_nobody_else_has_the_caller()
    {
        var desk = Held("anna", "boris").Joins("later").Pass(59);
        var leg = desk.OfferOf("anna").Leg;
        desk.AllEffects.OfType<Effect.Whisper>().Should().BeEmpty();
        desk.Pass(1).AllEffects.OfType<Effect.Whisper>().Should().ContainSingle();
        desk.Pass(60 * 9).AllEffects.OfType<Effect.Whisper>().Should().HaveCount(9);
        desk.AllEffects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing), "a phone whose leg is up cannot ring");
        desk.AllEffects.OfType<Effect.Invite>().Should().BeEmpty("the phone needs a moment to be free");
        desk.Pass(1).AllEffects.OfType<Effect.Invite>().Single().Dial.Should().Match<Dial>(dial => dial.Destination == "user/anna" && dial.CallerName == "caller");
        desk.Position("caller").Should().BeNull("the caller is anna's");
        desk.AllEffects.OfType<Effect.Ring>().Select(ring => ring.Dial.CallerName).Skip(1).Should().NotBeEmpty().And.NotContain("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.Offered>();
    }

    [Fact]
    public void The_agent_who_answers_has_the_same_caller_in_the_same_conversation()
    {
        var desk = RungBack("anna").GuestAnswers();
        desk.Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull("the recording goes on");
        desk.GuestConnects().CallerOf("anna").Should().Be("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Pass(10).HangsUp("caller");
        var entry = desk.History.Single();
        (entry.Agent, entry.TalkedSeconds, entry.Result).Should().Be(("anna", 611, CallResult.Answered));
        entry.Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.Held, JourneyEvent.RungBack, JourneyEvent.Connected, JourneyEvent.Ended);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Theory]
    [InlineData(OfferOutcome.NoAnswer, RestReason.NoAnswer)]
    [InlineData(OfferOutcome.Rejected, RestReason.Rejected)]
    [InlineData(OfferOutcome.Busy, RestReason.Busy)]
    [InlineData(OfferOutcome.Unreachable, RestReason.Unreachable)]
    public void Who_does_not_take_the_call_rests_and_the_caller_is_the_first_in_the_queue(OfferOutcome outcome, RestReason rest)
    {
        var desk = RungBack("anna").Joins("later");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, outcome));
        desk.Position("caller").Should().Be(1);
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(rest);
        desk.Caller("caller").Journey[^1].Detail.Should().StartWith("anna: ");
        desk.Pass(60).AllEffects.OfType<Effect.Ring>().ElementAt(1).Dial.CallerName.Should().Be("caller");
    }

    [Fact]
    public void Another_agent_who_is_free_has_the_caller_when_nobody_answers()
    {
        var desk = RungBack("anna", "boris").Pass(30);
        desk.CallerOf("boris").Should().Be("caller");
        desk.State.Guests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    public void A_caller_who_hangs_up_meanwhile_frees_the_agent(double after)
    {
        var desk = Held("anna").Pass(600 + after).HangsUp("caller");
        desk.History.First().Result.Should().Be(CallResult.Answered);
        desk.Pass(10).Agent("anna").Should().BeOfType<AgentState.Ready>();
        (desk.State.Guests.Count, desk.State.Offers.Count).Should().Be((0, 0));
    }

    [Fact]
    public void A_phone_that_is_away_or_not_to_be_disturbed_or_in_another_call_is_not_rung_and_the_caller_is_the_first_in_the_queue()
    {
        foreach (var hindrance in (Func<DateTimeOffset, Event>[])[
            at => new Event.DeviceChanged(at, "anna", DeviceState.Unregistered),
            at => new Event.DoNotDisturbAsked(at, "anna", true),
            at => new Event.OutsideCallBegan(at, "anna", Desk.Node),
            at => new Event.NodeLost(at, Desk.Node, "gone")])
        {
            Held("anna").Asks(hindrance).Pass(601).Position("caller").Should().Be(1);
            Held("anna").Pass(600.5).Asks(hindrance).Pass(1).Position("caller").Should().Be(1, "the phone became so in the moment before it rang");
        }
    }

    [Fact]
    public void In_the_moment_before_it_rings_nothing_else_is_begun()
    {
        var desk = Held("anna", "boris").Pass(600.5);
        var resume = new Event.ResumeAsked(desk.Now, Caller);
        TalkCommand.Refusal(desk.State, resume).Should().Contain("about to ring again");
        desk.Do(resume).Consults("boris").Transfers(TransferKind.Agent, "boris").AllEffects.OfType<Effect.Invite>().Should().BeEmpty();
        desk.Pass(1).Guest().Purpose.Should().Be(GuestPurpose.RingBack);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    public void A_restart_meanwhile_loses_nobody(double after)
    {
        var desk = Held("anna").Pass(600 + after).Restart().Survey(Desk.Live(Caller)).Arrives("caller").Pass(10);
        (desk.Position("caller") == 1 || desk.CallerOf("anna") == "caller").Should().BeTrue();
    }

    [Fact]
    public void A_consultation_longer_than_the_longest_hold_still_gives_the_caller_back()
    {
        var desk = Talking("anna", "boris").Consults("boris").Arrives("caller").GuestAnswers().Joined().Pass(700);
        desk.Do(new Event.ConsultCancelled(desk.Now, Caller)).Pass(1).OfferOf("anna").State.Should().Be(OfferState.Resuming);
    }

    static CallRef Caller => Desk.Call("caller");

    static Desk Talking(params string[] agents) => new Desk(agents).Joins("caller").Talks("anna");

    static Desk Held(params string[] agents) => Talking(agents).Asks(at => new Event.HoldAsked(at, Caller)).Arrives("caller");

    static Desk RungBack(params string[] agents) => Held(agents).Pass(601);
}

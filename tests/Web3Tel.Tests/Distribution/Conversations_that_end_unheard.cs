using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>A hang-up can be lost on a connection that lives.</summary>
public sealed class Conversations_that_end_unheard
{
    [Fact]
    public void The_switch_is_asked_after_both_again_and_again_and_a_conversation_that_lives_goes_on_for_any_length()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(119).AllEffects.OfType<Effect.Inquire>().Should().BeEmpty();
        desk.Pass(1).Effects.OfType<Effect.Inquire>().Select(asked => asked.Call).Should().Equal(Caller, leg);
        desk.Pass(10 * 3600).AllEffects.OfType<Effect.Inquire>().Should().HaveCount(2 * 301);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.HangsUp("caller").History.Single().TalkedSeconds.Should().Be((10 * 3600) + 120);
    }

    [Fact]
    public void A_caller_the_switch_no_longer_has_is_gone_and_journey_and_notice_say_how_that_was_found()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(120);
        desk.Do(new Event.EndUnheard(desk.Now, Caller));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.State.Agents["anna"].Notice.Should().Be(new Notice(desk.Now, NoticeKind.EndUnheard, "+7 916 caller"));
        desk.State.Callers.Should().BeEmpty();
        var entry = desk.History.Single();
        (entry.Result, entry.HungUpBy).Should().Be((CallResult.Answered, EndedBy.Unknown));
        entry.Journey.Should().Contain(new JourneyStep(desk.Now, JourneyEvent.LostSight, "anna", "The switch no longer has the call; its end was not heard."));
    }

    [Fact]
    public void An_agents_leg_the_switch_no_longer_has_ends_the_conversation_and_the_caller_is_hung_up()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(120);
        desk.Do(new Event.EndUnheard(desk.Now, desk.OfferOf("anna").Leg)).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(Caller);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Do(new Event.EndUnheard(desk.Now, Caller)).State.Callers.Should().BeEmpty("the second answer is as good as the hang-up");
    }

    [Fact]
    public void Two_who_live_and_are_joined_no_longer_are_found_when_asked_after_and_the_conversation_is_over_and_counted()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(120);
        var leg = desk.OfferOf("anna").Leg;
        desk.Effects.Should().Contain(new Effect.InquireJoint(Caller, leg));
        desk.Do(new Event.FoundParted(desk.Now, Caller)).Pass(2);
        desk.AllEffects.OfType<Effect.HangUp>().Select(end => end.Call).Should().Equal(leg, Caller);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.State.Repairs.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(Repair.PartedConversation, 1L));
        desk.Do(new Event.FoundParted(desk.Now, Caller)).State.Ignored.Should().Be(1);
    }

    [Fact]
    public void Who_is_on_hold_or_talks_again_meanwhile_is_not_taken_for_parted()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Pass(120).Do(new Event.HoldAsked(new Desk().Now.AddSeconds(121), Caller));
        desk.Do(new Event.FoundParted(desk.Now, Caller)).State.Ignored.Should().Be(1);
        desk.OfferOf("anna").State.Should().Be(OfferState.Held);
    }

    [Fact]
    public void One_outside_and_one_who_is_asked_are_asked_after_too()
    {
        var outside = TalkingDesk.Open().Joins("caller").Talks("anna").Transfers(TransferKind.Number, "5551").Arrives("caller").GuestAnswers().GuestConnects();
        var leg = outside.Guest().Leg;
        outside.Pass(119.9).AllEffects.OfType<Effect.Inquire>().Should().BeEmpty();
        outside.Pass(0.1).Effects.OfType<Effect.Inquire>().Select(asked => asked.Call).Should().Equal(Caller, leg);
        outside.Do(new Event.EndUnheard(outside.Now, leg)).State.Guests.Should().BeEmpty();

        var asking = TalkingDesk.Open().Joins("caller").Talks("anna").Consults("boris").Arrives("caller").GuestAnswers().Joined();
        var guest = asking.Guest().Leg;
        asking.Pass(120).AllEffects.OfType<Effect.Inquire>().Select(asked => asked.Call).Should().Equal(Caller, guest, asking.OfferOf("anna").Leg);
        asking.Do(new Event.EndUnheard(asking.Now, guest)).Pass(1).OfferOf("anna").State.Should().Be(OfferState.Resuming, "the caller is given back");
        asking.Agent("boris").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void Nobody_is_asked_after_at_a_switch_that_cannot_be_reached_since_its_survey_will_tell()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).Pass(600).AllEffects.OfType<Effect.Inquire>().Should().BeEmpty();
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
    }

    [Fact]
    public void A_conversation_of_a_service_that_asked_after_nobody_is_asked_after_from_the_next_start_on()
    {
        var before = new Desk("anna").Joins("caller").Talks("anna");
        var offer = before.OfferOf("anna");
        var (restored, _) = Engine.Step(before.State with { Offers = before.State.Offers.SetItem(offer.Number, offer with { Until = null }) }, new Event.ServiceStarted(before.Now, Guid.NewGuid()));
        restored.Offers[offer.Number].Until.Should().Be(before.Now + new Configuration().LongestUnheard);
    }

    static CallRef Caller => Desk.Call("caller");
}

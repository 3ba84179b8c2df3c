using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Recovery_after_a_restart
{
    [Fact]
    public void Callers_who_come_back_in_any_order_are_served_in_the_order_they_came()
    {
        var desk = new Desk(Desk.Sales, Desk.Serving("anna", "sales") with { SignedIn = false });
        desk.Joins("first").Joins("second").Joins("third").Do(new Event.AgentSignedIn(desk.Now, "anna"));
        desk.Restart().Survey(Alive("first"), Alive("second"), Alive("third"));
        desk.Arrives("third").Arrives("second").CallerOf("anna").Should().BeNull("the first is expected");
        desk.Arrives("first").CallerOf("anna").Should().Be("first");
        (desk.Position("first"), desk.Position("second"), desk.Position("third")).Should().Be((1, 2, 3));
    }

    [Fact]
    public void A_queue_waits_for_a_caller_out_of_sight_five_seconds_and_no_longer()
    {
        var desk = new Desk("anna").Joins("first").Joins("second").Restart().Survey(Alive("first"), Alive("second"));
        desk.Arrives("second").Pass(4.999).CallerOf("anna").Should().BeNull();
        desk.Pass(0.001).CallerOf("anna").Should().Be("second");
        desk.Arrives("first").Position("first").Should().Be(1, "the place is kept");
    }

    [Fact]
    public void The_switch_is_asked_after_a_caller_who_is_not_back_in_time()
    {
        var desk = new Desk().Joins("ghost").IsLost("ghost").Pass(4.999);
        desk.AllEffects.OfType<Effect.Follow>().Should().BeEmpty();
        desk.Pass(0.001).Effects.OfType<Effect.Follow>().Single().Call.Ref.Should().Be(Desk.Call("ghost"));
        desk.HangsUp("ghost").History.Single().Result.Should().Be(CallResult.Abandoned);
    }

    [Fact]
    public void A_phone_that_rings_for_a_caller_we_lose_sight_of_stops_and_rings_again_when_the_caller_is_back()
    {
        var desk = new Desk("anna").Joins("first").Joins("second").IsLost("first");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle("the second is not to pass the first, who is expected");
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
        desk.Arrives("first").CallerOf("anna").Should().Be("first");
    }

    [Fact]
    public void A_phone_that_rings_for_a_later_caller_we_lose_sight_of_rings_on_for_the_next_in_front_of_that_place()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second");
        desk.Fails("anna", OfferOutcome.Rejected).IsLost("second");
        desk.CallerOf("boris").Should().Be("first");
        desk.Effects.OfType<Effect.Withdraw>().Should().BeEmpty();
    }

    [Fact]
    public void A_caller_who_does_not_come_back_is_given_up_after_a_minute()
    {
        var desk = new Desk().Joins("caller").Restart().Survey(Alive("caller")).Pass(60);
        desk.History.Single().Result.Should().Be(CallResult.Lost);
        desk.State.Callers.Should().BeEmpty();
    }

    [Fact]
    public void A_caller_who_hung_up_while_we_were_away_is_in_the_history()
    {
        var desk = new Desk().Joins("gone").Joins("still here").Pass(60).Restart().Survey(Alive("still here"));
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Id == "gone" && entry.Result == CallResult.Abandoned);
        desk.Position("still here").Should().Be(1);
    }

    [Fact]
    public void A_survey_taken_a_moment_before_the_call_does_not_end_it()
    {
        var desk = new Desk().Joins("fresh").Restart().Survey();
        desk.Arrives("fresh").Position("fresh").Should().Be(1);
    }

    [Fact]
    public void A_caller_too_young_to_be_in_a_survey_is_asked_after_at_once_so_that_no_ghost_waits()
    {
        var desk = new Desk().Joins("young").IsLost("young").Survey();
        desk.Effects.Should().Contain(new Effect.Inquire(Desk.Call("young")));
        desk.Do(new Event.EndUnheard(desk.Now, Desk.Call("young"))).History.Single().Result.Should().Be(CallResult.Abandoned);
    }

    [Fact]
    public void A_caller_whose_connection_we_hold_is_not_judged_by_a_survey()
    {
        var desk = new Desk().Joins("here").Pass(60).Survey();
        desk.Position("here").Should().Be(1);
    }

    [Fact]
    public void Conversations_found_again_go_on_and_are_followed()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna");
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(60).Restart().Survey(Desk.Live(leg, Desk.Call("caller")), Alive("caller", leg));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Effects.OfType<Effect.Follow>().Select(follow => (follow.Call.Ref, follow.IsLeg))
            .Should().Equal((Desk.Call("caller"), false), (leg, true));
        desk.HangsUp("caller").History.Single().TalkedSeconds.Should().Be(60);
    }

    [Fact]
    public void Conversations_that_ended_while_we_were_away_are_ended()
    {
        var desk = new Desk("anna", "boris").Joins("caller").Joins("left alone").Talks("anna").Talks("boris");
        var leg = desk.OfferOf("anna").Leg;
        desk.Pass(60).Restart().Survey(Desk.Live(leg), Alive("left alone"));
        desk.Effects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().Contain([leg, Desk.Call("left alone")]);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Agent("boris").Should().BeOfType<AgentState.WrapUp>();
        desk.History.Single().Id.Should().Be("caller");
    }

    [Fact]
    public void What_is_put_right_is_counted_by_kind_and_the_count_lives_on()
    {
        var desk = new Desk("anna", "boris", "vera", "gleb").Joins("over").Joins("parted").Joins("joined").Joins("rings").Joins("ghost").Talks("anna").Talks("boris");
        var (parted, joined, rings) = (desk.OfferOf("boris").Leg, desk.OfferOf("vera").Leg, desk.OfferOf("gleb").Leg);
        desk.Pass(10).Restart().Survey(Alive("parted"), Desk.Live(parted), Alive("joined", joined), Desk.Live(joined, Desk.Call("joined")), Alive("rings"), Desk.Live(rings));
        var counted = new[] { (Repair.GhostCaller, 1L), (Repair.LostConversation, 1), (Repair.PartedConversation, 1), (Repair.LostJoin, 1), (Repair.KeptPhone, 1), (Repair.RunningRecording, 1) };
        desk.State.Repairs.Select(one => (one.Key, one.Value)).Should().BeEquivalentTo(counted);
        OnDisk.Read(OnDisk.Json(desk.State)).Restore().Repairs.Should().Equal(desk.State.Repairs);
    }

    [Fact]
    public void A_phone_that_rang_at_the_restart_is_hung_up_and_nobody_is_rung_before_the_survey()
    {
        var desk = new Desk("anna").Joins("caller");
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Arrives("caller").AllEffects.OfType<Effect.Ring>().Should().ContainSingle();
        desk.Survey(Alive("caller"), Desk.Live(leg));
        desk.Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        desk.CallerOf("anna").Should().Be("caller");
        desk.OfferOf("anna").Leg.Should().NotBe(leg, "a new life gives new ids");
    }

    [Fact]
    public void Two_who_were_joined_after_our_last_word_are_found_talking()
    {
        var desk = new Desk("anna").Joins("caller").Joins("next");
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Survey(Alive("next"), Alive("caller", leg), Desk.Live(leg, Desk.Call("caller")));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Caller("caller").State.Should().BeOfType<CallerState.Talking>();
        desk.Caller("caller").Away.Should().BeNull();
        desk.Position("next").Should().Be(1);
    }

    [Fact]
    public void The_leg_may_have_been_joined_with_another_than_the_offer_was_for()
    {
        var desk = new Desk("anna").Joins("caller").Joins("swapped in");
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Survey(Alive("caller"), Alive("swapped in", leg), Desk.Live(leg, Desk.Call("swapped in")));
        desk.CallerOf("anna").Should().Be("swapped in");
        desk.Position("caller").Should().Be(1);
    }

    [Fact]
    public void A_caller_who_comes_back_after_the_conversation_has_ended_unseen_is_hung_up()
    {
        var desk = new Desk("anna").Joins("caller").Talks("anna").Restart().Arrives("caller");
        desk.Effects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().Contain(Desk.Call("caller"));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void Rests_and_wrap_ups_go_on_through_a_restart()
    {
        var desk = new Desk("anna").Joins("caller").Fails("anna", OfferOutcome.Rejected).Restart();
        desk.Effects.OfType<Effect.Wake>().Should().ContainSingle("the timer died with the service");
        desk.Survey(Alive("caller")).Arrives("caller").Pass(10).CallerOf("anna").Should().Be("caller");
    }

    static LiveCall Alive(string caller, CallRef? with = null) => Desk.Live(Desk.Call(caller), with);
}

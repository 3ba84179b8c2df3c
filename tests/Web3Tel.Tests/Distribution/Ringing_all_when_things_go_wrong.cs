using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;
using static Web3Tel.Tests.Distribution.Desk;
using static Web3Tel.Tests.Distribution.Ringing_all;

namespace Web3Tel.Tests.Distribution;

public sealed class Ringing_all_when_things_go_wrong
{
    [Fact]
    public void The_caller_hangs_up_and_all_phones_stop_with_nobody_to_blame()
    {
        var desk = Open(Five).Pass(7).Joins("caller").Pass(5).HangsUp("caller");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(5).And.OnlyContain(withdraw => !withdraw.AnsweredElsewhere);
        desk.State.Agents.Values.Should().OnlyContain(agent => agent.State == new AgentState.Ready(Desk.Opening) && agent.Unanswered == 0);
        desk.History.Single().Result.Should().Be(CallResult.Abandoned);
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void A_caller_hangs_up_and_the_phones_ring_on_for_the_other(string leaving)
    {
        var desk = Open(Five).Joins("first").Joins("second").HangsUp(leaving);
        desk.Effects.OfType<Effect.Withdraw>().Should().BeEmpty();
        Ringing(desk).Should().Equal(Five);
        var other = leaving == "first" ? "second" : "first";
        desk.State.PhonesFor(Desk.Call(other)).Should().Be(5);
        desk.State.Offers.Values.Should().OnlyContain(offer => desk.State.CallOf(offer) == Desk.Call(other));
        desk.Answers("boris").CallerOf("boris").Should().Be(other);
        Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void The_second_of_two_who_answer_at_the_same_moment_is_not_known_any_more_and_cuts_nothing()
    {
        var desk = Open(Five).Joins("caller");
        var late = desk.OfferOf("yuri");
        desk.Answers("anna").Do(new Event.OfferAnswered(desk.Now, late.Number));
        desk.Effects.Should().BeEmpty();
        desk.State.Ignored.Should().Be(1);
        desk.Connects("anna").Caller("caller").Talk!.Agent.Should().Be("anna");
        desk.Agent("yuri").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void The_second_of_two_who_answer_at_the_same_moment_gets_the_next_caller()
    {
        var desk = Open(Five).Joins("first").Joins("second").Answers("anna").Answers("yuri");
        (desk.CallerOf("anna"), desk.CallerOf("yuri")).Should().Be(("first", "second"));
        Ringing(desk).Should().BeEmpty();
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("vera")]
    public void The_two_cannot_be_joined_and_all_others_ring_again(string agent)
    {
        var desk = Open(Five).Joins("caller").Answers(agent).FailsToConnect(agent, ReplyOutcome.Refused);
        Ringing(desk).Should().Equal(Five.Except([agent]));
        desk.Agent(agent).Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void The_caller_hangs_up_while_being_joined_and_the_agent_gets_the_next_whose_phones_stop()
    {
        var desk = Open(Five).Joins("first").Joins("second").Answers("vera").HangsUp("first");
        desk.CallerOf("vera").Should().Be("second");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(4).And.OnlyContain(withdraw => withdraw.AnsweredElsewhere);
    }

    [Fact]
    public void The_agent_hangs_up_in_the_whisper_and_all_others_ring_again()
    {
        var desk = Open(RingAll with { Whisper = "sales.wav" }, Five).Joins("caller").Answers("galya").AgentHangsUp("galya");
        Ringing(desk).Should().Equal(Five.Except(["galya"]));
    }

    [Fact]
    public void The_caller_hangs_up_in_the_whisper_and_the_agent_gets_one_whose_phones_still_ring()
    {
        var desk = Open(RingAll with { Whisper = "sales.wav" }, Five).Joins("first").Joins("second").Answers("galya").HangsUp("first");
        desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty("who has answered is not sent away while somebody waits");
        (desk.CallerOf("galya"), desk.OfferOf("galya").State).Should().Be(("second", OfferState.Whispering));
        Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void The_whisper_is_taken_out_of_the_settings_while_an_agent_hears_it()
    {
        var desk = Open(RingAll with { Whisper = "sales.wav" }, Five).Joins("first").Joins("second").Answers("galya");
        Configure(desk, RingAll);
        desk.Answers("yuri").CallerOf("yuri").Should().Be("first");
        desk.CallerOf("galya").Should().Be("second");
        Ringing(desk).Should().BeEmpty();
        desk.Do(new Event.Whispered(desk.Now, desk.OfferOf("galya").Number)).OfferOf("galya").State.Should().Be(OfferState.Connecting);
    }

    [Fact]
    public void An_agent_signs_out_while_all_ring()
    {
        var desk = Open(Five).Joins("caller").Do(new Event.AgentSignedOut(Desk.Opening, "anna"));
        Ringing(desk).Should().Equal(Five.Except(["anna"]));
        desk.Do(new Event.AgentSignedOut(desk.Now, "vera"));
        Ringing(desk).Should().Equal("boris", "galya", "yuri");
        desk.Answers("yuri").CallerOf("yuri").Should().Be("caller");
        (desk.Agent("anna"), desk.Agent("vera")).Should().Match<(AgentState, AgentState)>(two => two.Item1 is AgentState.SignedOut && two.Item2 is AgentState.SignedOut);
    }

    [Fact]
    public void A_break_asked_for_while_the_phone_rings_begins_when_another_answers()
    {
        var desk = Open(Five).Joins("caller").Do(new Event.AgentTookBreak(Desk.Opening, "vera", "break")).Answers("anna");
        desk.Agent("vera").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void The_service_restarts_while_all_ring()
    {
        var desk = Open(Five).Joins("caller");
        var legs = desk.State.Offers.Values.Select(offer => offer.Leg).ToArray();
        desk.Restart();
        desk.State.Queues["sales"].Along.Should().BeEmpty();
        desk.State.Offers.Values.Should().HaveCount(5).And.OnlyContain(offer => offer.State == OfferState.Orphaned);
        desk.Survey([.. legs.Select(leg => Desk.Live(leg)), Desk.Live(Desk.Call("caller"))]);
        desk.Effects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().BeEquivalentTo(legs);
        desk.State.Agents.Values.Should().OnlyContain(agent => agent.State == new AgentState.Ready(Desk.Opening));
        desk.Arrives("caller");
        Ringing(desk).Should().Equal(Five);
    }

    [Fact]
    public void An_agent_answered_while_the_service_was_away_and_talks()
    {
        var desk = Open(Five).Joins("caller");
        var leg = desk.OfferOf("vera").Leg;
        desk.Restart().Survey(Desk.Live(leg, Desk.Call("caller")), Desk.Live(Desk.Call("caller"), leg));
        desk.Caller("caller").Talk!.Agent.Should().Be("vera");
        desk.State.Agents.Values.Where(agent => agent.Id != "vera").Should().OnlyContain(agent => agent.State is AgentState.Ready);
    }

    [Fact]
    public void The_switch_goes_away_while_all_ring()
    {
        var desk = Open(Five).Joins("caller").Do(new Event.NodeLost(Desk.Opening, Desk.Node, "gone"));
        foreach (var id in Five)
        {
            desk.Fails(id, OfferOutcome.LostSight);
        }

        Ringing(desk).Should().BeEmpty();
        desk.Survey(Desk.Live(Desk.Call("caller")));
        Ringing(desk).Should().Equal(Five);
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("vera")]
    public void We_lose_sight_of_one_ringing_and_the_others_ring_on(string agent)
    {
        var desk = Open(Five).Joins("caller").Fails(agent, OfferOutcome.LostSight);
        Ringing(desk).Should().Equal(Five.Except([agent]));
        desk.Answers("yuri").CallerOf("yuri").Should().Be("caller");
    }

    [Fact]
    public void We_lose_sight_of_the_caller_and_all_ring_again_when_the_call_is_back()
    {
        var desk = Open(Five).Joins("caller").IsLost("caller");
        desk.Effects.OfType<Effect.Withdraw>().Should().HaveCount(5);
        desk.Pass(1).Arrives("caller");
        Ringing(desk).Should().Equal(Five);
    }

    [Fact]
    public void While_one_is_expected_back_the_phones_of_the_other_ring_on_and_no_more_begin()
    {
        var desk = Open("anna", "boris", "vera").Joins("first").Joins("second");
        desk.Do(new Event.AgentSignedOut(desk.Now, "vera")).IsLost("first").Do(new Event.AgentSignedIn(desk.Now, "vera"));
        Ringing(desk).Should().Equal("anna", "boris");
        desk.State.PhonesFor(Desk.Call("second")).Should().Be(2);
        desk.Pass(5);
        Ringing(desk).Should().BeEquivalentTo("anna", "boris", "vera");
    }

    [Fact]
    public void When_the_last_phone_of_one_who_waits_behind_is_busy_all_stop_until_the_first_is_back()
    {
        var desk = Open("anna", "boris", "vera").Joins("first").Joins("second").IsLost("first");
        var lead = desk.State.Offers[((CallerState.Waiting)desk.Caller("second").State).Offer!.Value].Agent;
        desk.Fails(lead, OfferOutcome.Busy);
        Ringing(desk).Should().BeEmpty();
        desk.Arrives("first");
        Ringing(desk).Should().HaveCount(2);
    }

    [Fact]
    public void A_whisper_begins_on_the_lowest_level_and_the_next_level_rings_for_the_others()
    {
        var queue = RingAll with { Whisper = "sales.wav" };
        var desk = new Desk(queue, At("anna", 1), At("boris", 2), At("vera", 2)).Joins("first").Joins("second");
        Ringing(desk).Should().Equal("anna", "boris");
        desk.Answers("anna");
        Ringing(desk).Should().BeEquivalentTo("boris", "vera");
    }

    [Fact]
    public void A_phone_that_rang_for_one_who_is_expected_back_does_not_let_the_next_pass()
    {
        var desk = Open("anna").Joins("first").Joins("second").IsLost("first");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        Ringing(desk).Should().BeEmpty();
        desk.Arrives("first").CallerOf("anna").Should().Be("first");
    }

    [Fact]
    public void Another_strategy_leaves_one_phone_for_each_caller()
    {
        var desk = Open(Five).Joins("first").Joins("second");
        Configure(desk, Desk.Sales);
        Ringing(desk).Should().HaveCount(2);
        desk.State.Agents.Values.Where(agent => agent.State is AgentState.Ready).Should().HaveCount(3)
            .And.OnlyContain(agent => agent.State == new AgentState.Ready(Desk.Opening));
        desk.HangsUp("first").HangsUp("second");
        Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void All_others_ring_as_well_when_the_strategy_becomes_ring_all()
    {
        var desk = Open(Desk.Sales, Five).Joins("caller");
        Ringing(desk).Should().Equal("anna");
        Configure(desk, RingAll);
        Ringing(desk).Should().Equal(Five);
        desk.Answers("anna").Effects.OfType<Effect.Withdraw>().Should().HaveCount(4);
    }

    [Fact]
    public void The_strategy_becomes_ring_all_while_one_who_answered_is_joined_and_the_caller_hangs_up()
    {
        var desk = Open(Desk.Sales, "anna", "boris", "vera").Joins("first").Answers("anna").Joins("second");
        Configure(desk, RingAll);
        Ringing(desk).Should().Equal("boris", "vera");
        desk.HangsUp("first").CallerOf("anna").Should().Be("second");
        Ringing(desk).Should().BeEmpty();
    }

    [Fact]
    public void The_same_settings_again_change_nothing()
    {
        var desk = Open(Five).Joins("first").Joins("second");
        var before = desk.State;
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration)).Effects.Should().BeEmpty();
        OnDisk.Json(desk.State with { Number = before.Number }).Should().Be(OnDisk.Json(before));
    }

    [Fact]
    public void The_queue_is_closed_while_all_ring()
    {
        var desk = Open(Five).Joins("caller");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with
        {
            Queues = [new() { Name = "service" }],
            Agents = [.. Five.Select(id => Desk.Serving(id, "service"))],
        }));
        desk.State.Offers.Should().ContainSingle("who began first may still have the caller");
        desk.Answers("anna").CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void The_longest_wait_takes_the_caller_and_all_phones_to_the_next_queue()
    {
        var desk = new Desk(new Configuration
        {
            Queues = [RingAll with { MaxWait = TimeSpan.FromSeconds(5), OverflowTo = "service" }, RingAll with { Name = "service" }],
            Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales", "service"), Desk.Serving("vera", "service")],
        });
        desk.Joins("caller").Pass(6);
        Ringing(desk).Should().BeEquivalentTo("boris", "vera");
        desk.State.Queues["sales"].Leading.Should().BeEmpty();
        desk.Agent("anna").Should().Be(new AgentState.Ready(Desk.Opening));
    }

    [Fact]
    public void A_full_queue_rings_for_those_who_have_a_place_only()
    {
        var desk = Open(RingAll with { MaxLength = 1 }, Five).Joins("first").Joins("second");
        desk.HangsUp("second").History.Single().Result.Should().Be(CallResult.TurnedAway);
        Ringing(desk).Should().Equal(Five);
    }

    [Fact]
    public void A_key_takes_the_caller_away_and_all_phones_stop()
    {
        var desk = Open(RingAll with { ExitKeys = [new ExitKey('2', new NextStep.HangUp())] }, Five).Joins("caller");
        desk.Do(new Event.KeyPressed(desk.Now, Desk.Call("caller"), '2'));
        Ringing(desk).Should().BeEmpty();
        desk.State.Queues["sales"].Ready.Should().HaveCount(5);
    }

    [Fact]
    public void Too_many_unanswered_in_a_row_are_counted_for_those_alone_who_did_not_answer()
    {
        var desk = Open(Five);
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { MostUnanswered = 2 }));
        for (var n = 0; n < 5; n++)
        {
            desk.Joins($"caller {n}").Pass(5).Talks("boris").HangsUp($"caller {n}").Pass(20);
        }

        desk.State.Agents.Values.Should().OnlyContain(agent => agent.Unanswered == 0 && agent.State is AgentState.Ready);
        desk.Joins("last").Pass(100);
        desk.State.Agents.Values.Should().OnlyContain(agent => agent.State is AgentState.Break);
    }

    [Fact]
    public void The_state_is_the_same_from_a_snapshot_and_goes_on_alike()
    {
        var desk = Open(Five).Joins("first").Joins("second");
        var restored = OnDisk.Restored(desk.State);
        var answer = new Event.OfferAnswered(desk.Now, desk.OfferOf("vera").Number);
        var (next, effects) = Engine.Step(restored, answer);
        desk.Do(answer);
        effects.Should().Equal(desk.Effects);
        OnDisk.Json(next).Should().Be(OnDisk.Json(desk.State));
        next.Queues["sales"].Along.Should().Equal(desk.State.Queues["sales"].Along);
        next.Queues["sales"].Leading.Should().Equal(desk.State.Queues["sales"].Leading);
    }

    static void Configure(Desk desk, QueueSettings queue) =>
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Queues = [queue] }));
}

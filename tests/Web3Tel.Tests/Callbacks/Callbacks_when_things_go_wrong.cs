using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>Restarts of the service, and switches that come and go.</summary>
public sealed class Callbacks_when_things_go_wrong
{
    [Fact]
    public void A_restart_loses_no_wish_and_no_place()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Joins("a").Wishes().Joins("b").Restart();
        desk.Shown().Place.Should().Be(2, "nobody waits for it to come back");
        desk.Survey(Desk.Live(Desk.Call("a")), Desk.Live(Desk.Call("b"))).Arrives("a").Arrives("b").Shown().Place.Should().Be(2);
    }

    [Fact]
    public void Written_down_and_read_again_it_is_the_same()
    {
        foreach (var order in Enum.GetValues<CallbackOrder>())
        {
            var desk = CallbackDesk.Open(CallbackDesk.Usual with
            {
                Order = order,
                Hours = new CallingHours("Europe/Moscow") { Week = [.. Enum.GetValues<DayOfWeek>().Select(day => new CallingPeriod(day, TimeOnly.MinValue, TimeOnly.MinValue))] },
                Numbers = new NumberRule { Allowed = ["+7"] },
            }, "anna").Wishes().Joins("live");
            Same(desk);
            if (order == CallbackOrder.AgentFirst)
            {
                Same(desk.Answers("anna"));
            }

            Same(desk.CustomerFails(OfferOutcome.Busy));
        }

        static void Same(Desk desk)
        {
            var restored = OnDisk.Restored(desk.State);
            OnDisk.Json(restored).Should().Be(OnDisk.Json(desk.State));
            restored.Pending().Should().Equal(desk.State.Pending());
            restored.Callbacks.Should().Equal(desk.State.Callbacks);
            restored.Queues["sales"].Anybody.Unoffered.Should().Equal(desk.State.Queues["sales"].Anybody.Unoffered);
        }
    }

    [Theory]
    [InlineData(CallbackOrder.AgentFirst)]
    [InlineData(CallbackOrder.CustomerFirst)]
    public void A_customer_whose_phone_rings_through_a_restart_is_the_first_who_is_served(CallbackOrder order)
    {
        var desk = Calling(order);
        var call = desk.Request().Call;
        desk.Restart().Survey(Desk.Live(call));
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Phase == CallbackPhase.OutOfSight && shown.Place == 1);
        desk.Dialled().Should().ContainSingle("it may ring: nobody is called twice");
        desk.Joins("live").CallerOf("anna").Should().Be("live");
        desk.CustomerArrives(call).State.PositionOf(call).Should().Be(1);
        desk.Answers("anna").OfferOf("anna").Call.Should().Be(call, "whoever answers gets the first");
        desk.Connects("anna").State.Callbacks.Should().BeEmpty();
    }

    [Theory]
    [InlineData(CallbackOrder.AgentFirst)]
    [InlineData(CallbackOrder.CustomerFirst)]
    public void One_whose_phone_rings_no_more_is_called_again_after_the_pause(CallbackOrder order)
    {
        var desk = Calling(order).Pass(6).Restart().Survey();
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.Pause && shown.Attempts == 1);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Pass(300).OfferOf("anna").Call.Should().Be(desk.Request().Call);
    }

    [Fact]
    public void A_phone_that_rings_on_for_too_long_is_ended_and_called_again()
    {
        var desk = Calling(CallbackOrder.AgentFirst);
        var call = desk.Request().Call;
        desk.Pass(6).Restart().Survey(Desk.Live(call), Desk.Live(desk.OfferOf("anna").Leg)).Pass(60);
        desk.AllEffects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().Contain(call);
        desk.Shown().Rest.Should().Be(CallbackRest.Pause);
    }

    [Fact]
    public void The_agents_leg_of_before_a_restart_is_ended_by_the_survey()
    {
        var desk = Calling(CallbackOrder.AgentFirst);
        var leg = desk.OfferOf("anna").Leg;
        desk.Restart().Survey(Desk.Live(leg), Desk.Live(desk.Request().Call));
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_conversation_goes_on_through_a_restart()
    {
        var desk = Calling(CallbackOrder.AgentFirst).CustomerAnswers().Connects("anna").Pass(20);
        var (call, leg) = (desk.OfferOf("anna").Call, desk.OfferOf("anna").Leg);
        desk.Restart().Survey(Desk.Live(call, leg), Desk.Live(leg, call));
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Pass(10).Ends(call).History.Single().Should().Match<HistoryEntry>(entry => entry.Callback == CallbackEnd.Done && entry.TalkedSeconds == 30);
    }

    [Fact]
    public void One_who_had_answered_and_is_gone_after_a_restart_is_called_again()
    {
        var desk = Calling(CallbackOrder.CustomerFirst).CustomerAnswers().Pass(6).Restart().Survey();
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.Pause && shown.Attempts == 1);
    }

    [Fact]
    public void A_switch_that_goes_while_the_customers_phone_rings_frees_the_agent_and_nobody_is_called_twice()
    {
        var desk = Calling(CallbackOrder.CustomerFirst);
        var call = desk.Request().Call;
        desk.CustomerFails(OfferOutcome.LostSight).Do(new Event.NodeLost(desk.Now, Desk.Node, "gone"));
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Pass(6).Survey(Desk.Live(call)).Dialled().Should().ContainSingle();
        desk.CustomerArrives(call).CallerOf("anna").Should().Be(call.Id);
    }

    [Fact]
    public void An_agent_on_the_line_of_a_switch_that_goes_is_not_rung_before_that_leg_is_ended()
    {
        var desk = Calling(CallbackOrder.AgentFirst);
        var leg = desk.OfferOf("anna").Leg;
        desk.CustomerFails(OfferOutcome.LostSight).Do(new Event.NodeLost(desk.Now, Desk.Node, "gone")).Joins("live");
        desk.OfferOf("anna").State.Should().Be(OfferState.Orphaned);
        desk.Survey(Desk.Live(leg), Desk.Live(Desk.Call("live")));
        desk.Effects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().Contain(leg);
        desk.CallerOf("anna").Should().Be("live");
    }

    [Fact]
    public void A_switch_that_is_away_calls_nobody_and_another_takes_over()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").Do(new Event.NodeLost(Desk.Opening, Desk.Node, "gone")).Wishes();
        desk.Dialled().Should().BeEmpty();
        desk.Do(new Event.NodeSurveyed(desk.Now, "fs2", []));
        desk.Dialled().Single().Ref.Node.Should().Be("fs2");
    }

    [Fact]
    public void A_wish_of_before_any_switch_was_seen_is_called_by_the_first()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").Restart().Wishes();
        desk.Survey().Dialled().Single().Ref.Node.Should().Be(Desk.Node);
    }

    [Fact]
    public void A_wish_of_before_any_switch_was_seen_is_explained_from_when_it_was_asked_for()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").Restart().Wishes();
        var asked = desk.Now;
        desk.Pass(60).Survey();
        desk.Moments.SelectMany(moment => moment.Of(desk.Request().Call)).Select(step => (step.At, ((Finding.Happened)step.What).What)).Should().Equal(
            (asked, JourneyEvent.AsksForCallback), (asked, JourneyEvent.Joined), (desk.Now, JourneyEvent.CalledBack));
    }

    [Fact]
    public void A_customer_in_conversation_that_the_journal_knows_nothing_of_is_not_called()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Wishes().Restart();
        var call = desk.Request().Call;
        desk.Survey(Desk.Live(call, Desk.Call("somebody")), Desk.Live(Desk.Call("somebody"), call));
        desk.State.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void A_leg_that_the_journal_knows_nothing_of_is_waited_for()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Wishes().Restart();
        var call = desk.Request().Call;
        desk.Survey(Desk.Live(call)).Shown().Phase.Should().Be(CallbackPhase.OutOfSight);
        desk.CustomerArrives(call).CallerOf("anna").Should().Be(call.Id);
    }

    [Fact]
    public void A_queue_that_calls_nobody_back_any_more_closes_what_it_had()
    {
        var desk = Calling(CallbackOrder.AgentFirst);
        desk.Do(new Event.Configured(desk.Now, CallbackDesk.With(Desk.Sales, "anna")));
        desk.State.Callbacks.Should().BeEmpty();
        desk.History.Single().Callback.Should().Be(CallbackEnd.NoLongerOffered);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        (desk.State.Guests.Count, desk.State.Deadlines.Count).Should().Be((0, 0));
    }

    [Fact]
    public void A_queue_that_is_gone_closes_what_it_had()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes();
        desk.Do(new Event.Configured(desk.Now, CallbackDesk.With(Desk.Sales with { Name = "other" })));
        desk.State.Callbacks.Should().BeEmpty();
        desk.State.Queues.Keys.Should().Equal("other");
    }

    [Fact]
    public void Late_events_of_an_attempt_that_is_over_change_nothing()
    {
        var desk = Calling(CallbackOrder.AgentFirst);
        var attempt = desk.Attempt();
        desk.CustomerFails(OfferOutcome.Busy);
        var before = desk.State;
        desk.Do(new Event.OfferAnswered(desk.Now, attempt.Number)).Do(new Event.OfferFailed(desk.Now, attempt.Number, OfferOutcome.NoAnswer))
            .Ends(attempt.Call).Do(new Event.CallLost(desk.Now, attempt.Call, "late")).Do(new Event.Joined(desk.Now, attempt.Call, "sales"));
        (desk.State with { Number = before.Number, Ignored = before.Ignored }).Should().Be(before);
    }

    [Fact]
    public void The_same_happens_again_in_a_replay()
    {
        var desk = Calling(CallbackOrder.AgentFirst).CustomerFails(OfferOutcome.Busy).Pass(400).Restart().Survey().Pass(1_000);
        var replayed = desk.Moments.Aggregate(CallCenter.Empty, (state, moment) => Engine.Step(state, moment.Happened).Next);
        OnDisk.Json(replayed).Should().Be(OnDisk.Json(desk.State));
    }

    static Desk Calling(CallbackOrder order)
    {
        var desk = CallbackDesk.Open(order, "anna").Wishes();
        return order == CallbackOrder.AgentFirst ? desk.Answers("anna") : desk;
    }
}

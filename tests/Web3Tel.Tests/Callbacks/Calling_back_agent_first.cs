using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

public sealed class Calling_back_agent_first
{
    [Fact]
    public void The_customer_is_called_when_the_agent_has_answered_and_both_are_joined_and_recorded()
    {
        var desk = Open("anna").Wishes();
        var id = desk.Request().Call;
        desk.OfferOf("anna").State.Should().Be(OfferState.Ringing);
        desk.Effects.OfType<Effect.Ring>().Single().Dial.Should().Match<Dial>(dial => dial.CallerNumber == CallbackDesk.Number && dial.CallerName == "Callback");
        desk.Pass(3).Dialled().Should().BeEmpty();
        desk.Answers("anna");
        var dial = desk.Dialled().Single();
        dial.Should().Match<Dial>(call => call.Ref == id && call.Destination == $"sofia/gateway/out/{CallbackDesk.Number}" && call.CallerNumber == "74950000000" && call.ArrivesAt != null);
        dial.Variables[CallVariables.Queue].Should().Be("sales");
        desk.Effects.OfType<Effect.Whisper>().Single().Keep.Should().BeGreaterThan(30.Seconds(), "the agent waits for as long as it rings");
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Phase == CallbackPhase.Calling && shown.Attempts == 1 && shown.Agent == "anna" && shown.Place == null);
        desk.Pass(5).CustomerAnswers();
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        (connect.Call, connect.Leg).Should().Be((id, desk.OfferOf("anna").Leg));
        connect.RecordTo.Should().Contain("79161234567-anna");
        desk.Connects("anna").State.Callbacks.Should().BeEmpty();
        desk.Pass(60).Ends(id);
        desk.History.Single().Should().Match<HistoryEntry>(entry =>
            entry.Id == id.Id && entry.Result == CallResult.Answered && entry.Callback == CallbackEnd.Done && entry.Agent == "anna" && entry.TalkedSeconds == 60
            && entry.Number == CallbackDesk.Number && entry.Recording == connect.RecordTo);
        desk.History.Single().Journey.Select(step => step.What).Should().Equal(
            JourneyEvent.AsksForCallback, JourneyEvent.Joined, JourneyEvent.Offered, JourneyEvent.OfferEnded, JourneyEvent.CalledBack,
            JourneyEvent.Reached, JourneyEvent.OfferEnded, JourneyEvent.Connected, JourneyEvent.Ended);
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
    }

    [Fact]
    public void Those_on_the_line_and_those_to_be_called_are_served_in_one_order()
    {
        var desk = Open("anna").Joins("busy").Talks("anna").Joins("a").Wishes().Joins("b");
        desk.HangsUp("busy").Pass(10);
        desk.CallerOf("anna").Should().Be("a");
        desk.Talks("anna").HangsUp("a").Pass(10);
        desk.OfferOf("anna").Call.Should().Be(desk.Request().Call);
        desk.Answers("anna").CustomerAnswers().Connects("anna");
        desk.Ends(desk.OfferOf("anna").Call).Pass(10).CallerOf("anna").Should().Be("b");
    }

    [Fact]
    public void Whoever_answers_calls_the_customer_who_stands_first_whomever_the_phone_rang_for()
    {
        var desk = Open("anna", "boris").Wishes();
        desk.Fails("anna", OfferOutcome.Rejected);
        desk.OfferOf("boris").Call.Should().Be(desk.Request().Call, "who rejected rests, and the next is rung");
        desk.Pass(11).Joins("live");
        desk.CallerOf("anna").Should().Be("live");
        desk.Answers("anna").OfferOf("anna").Should().Match<Offer>(offer => offer.State == OfferState.Calling && offer.Call == desk.Request().Call);
        desk.CallerOf("boris").Should().Be("live", "the phone that rang for the customer rings for who is next");
    }

    [Theory]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Busy)]
    [InlineData(OfferOutcome.Unreachable)]
    public void An_agent_who_does_not_answer_costs_no_attempt(OfferOutcome outcome)
    {
        var desk = Open("anna").Wishes().Fails("anna", outcome);
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Attempts == 0 && shown.Phase == CallbackPhase.Waiting && shown.Place == 1);
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Theory]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Busy)]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.Unreachable)]
    public void When_the_customer_cannot_be_had_the_agent_is_free_at_once_and_the_place_is_kept(OfferOutcome outcome)
    {
        var desk = Open("anna").Wishes();
        var idle = ((AgentState.Offered)desk.Agent("anna")).IdleSince;
        desk.Pass(2).Answers("anna").Pass(9).CustomerFails(outcome);
        desk.Agent("anna").Should().Be(new AgentState.Ready(idle), "no wrap-up, and the turn is kept");
        desk.Effects.OfType<Effect.HangUp>().Should().ContainSingle();
        desk.Shown().Should().Match<PendingCallback>(shown =>
            shown.Phase == CallbackPhase.Resting && shown.Rest == CallbackRest.Pause && shown.NotBefore == desk.Now + 5.Minutes() && shown.Attempts == 1 && shown.Place == 1);
        desk.Joins("live").CallerOf("anna").Should().Be("live", "who is not called yet keeps nobody back");
        (desk.Shown().Place, desk.Position("live")).Should().Be((1, 2));
        desk.Talks("anna").Pass(299);
        desk.HangsUp("live").Pass(10).OfferOf("anna").Call.Should().Be(desk.Request().Call);
    }

    [Fact]
    public void After_the_last_attempt_it_is_given_up()
    {
        var desk = Open("anna").Wishes();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            desk.Answers("anna").CustomerFails(OfferOutcome.NoAnswer).Pass(300);
        }

        desk.State.Callbacks.Should().BeEmpty();
        desk.Dialled().Should().HaveCount(3).And.OnlyContain(dial => dial.Destination.EndsWith(CallbackDesk.Number));
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Callback == CallbackEnd.AttemptsUsedUp && entry.Result == CallResult.NotCalledBack);
        desk.History.Single().Journey.Where(step => step.What is JourneyEvent.CalledBack or JourneyEvent.NotReached).Select(step => step.Detail)
            .Should().Equal("1", "1: NoAnswer", "2", "2: NoAnswer", "3", "3: NoAnswer");
        (desk.State.Offers.Count, desk.State.Guests.Count, desk.State.Legs.Count, desk.State.Deadlines.Count).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public void The_agent_who_hangs_up_while_the_customer_is_called_stops_it_and_rests()
    {
        var desk = Open("anna", "boris").Wishes().Answers("anna").AgentHangsUp("anna");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
        desk.Agent("boris").Should().BeOfType<AgentState.Ready>("the customer has been rung, and is left alone for the pause");
        desk.Shown().Rest.Should().Be(CallbackRest.Pause);
        desk.Pass(300).OfferOf("boris").Call.Should().Be(desk.Request().Call, "who hung up comes after all others");
    }

    [Fact]
    public void The_switch_that_says_nothing_frees_the_agent_in_the_end()
    {
        var desk = Open("anna").Wishes().Answers("anna").Pass(40);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Shown().Rest.Should().Be(CallbackRest.Pause);
    }

    [Fact]
    public void Who_answers_and_never_reaches_us_is_called_again()
    {
        var desk = Open("anna").Wishes().Answers("anna");
        desk.Do(new Event.OfferAnswered(desk.Now, desk.Attempt().Number)).Pass(10);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Attempts == 1 && shown.Rest == CallbackRest.Pause);
    }

    [Fact]
    public void Who_hangs_up_on_the_way_to_us_counts_as_not_reached()
    {
        var desk = Open("anna").Wishes().Answers("anna");
        desk.Do(new Event.OfferAnswered(desk.Now, desk.Attempt().Number)).Ends(desk.Request().Call);
        desk.Shown().Rest.Should().Be(CallbackRest.Pause);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void Who_reaches_us_before_the_answer_is_told_is_joined_all_the_same()
    {
        var desk = Open("anna").Wishes().Answers("anna");
        var attempt = desk.Attempt();
        desk.CustomerArrives(attempt.Call).Effects.Should().Contain(effect => effect is Effect.Connect);
        desk.Do(new Event.OfferAnswered(desk.Now, attempt.Number)).Connects("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
    }

    [Fact]
    public void Two_who_cannot_be_joined_leave_the_customer_in_the_queue_as_a_caller()
    {
        var desk = Open("anna").Wishes().Answers("anna").CustomerAnswers().FailsToConnect("anna", ReplyOutcome.Refused);
        var caller = desk.State.Callers.Values.Single();
        caller.Should().Match<Caller>(one => one.State is CallerState.Waiting && one.Callback!.Reached);
        desk.Pass(5).OfferOf("anna").Should().Match<Offer>(offer => offer.State == OfferState.Ringing && offer.Call == caller.Call);
    }

    [Fact]
    public void Who_rings_again_while_being_called_has_the_agent_at_once()
    {
        var desk = Open("anna").Wishes().Joins("live").Answers("anna");
        desk.Joins("again", CallbackDesk.Number, null);
        desk.AllEffects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.State.Callbacks.Should().BeEmpty();
        desk.CallerOf("anna").Should().Be("again");
        desk.Position("live").Should().Be(2);
    }

    [Fact]
    public void Cancelled_while_being_called_the_phones_stop()
    {
        var desk = Open("anna").Wishes().Answers("anna");
        desk.Do(new Event.CallbackCancelled(desk.Now, desk.Request().Call, CallbackEnd.Cancelled, "olga"));
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Effects.OfType<Effect.HangUp>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        (desk.State.Callers.Count, desk.State.Guests.Count, desk.State.Deadlines.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Expired_while_an_agent_is_rung_the_phone_stops()
    {
        var desk = Open(CallbackDesk.Usual with { Expiry = 10.Seconds() }, "anna").Wishes().Pass(10);
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.History.Single().Callback.Should().Be(CallbackEnd.Expired);
    }

    [Fact]
    public void An_attempt_under_way_is_not_cut_by_the_expiry()
    {
        var desk = Open(CallbackDesk.Usual with { Expiry = 10.Seconds() }, "anna").Wishes().Answers("anna").Pass(15).CustomerAnswers().Connects("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
    }

    static Desk Open(params string[] agents) => Open(CallbackDesk.Usual with { Label = "Callback", ShownNumber = "74950000000" }, agents);

    static Desk Open(CallbackSettings settings, params string[] agents) => CallbackDesk.Open(settings, agents);
}

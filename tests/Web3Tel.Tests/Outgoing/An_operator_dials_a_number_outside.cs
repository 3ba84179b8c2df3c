using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class An_operator_dials_a_number_outside
{
    [Fact]
    public void Who_answers_is_joined_with_the_operator_and_both_are_recorded()
    {
        var desk = OutgoingDesk.Open().Dials();
        var dial = desk.Effects.OfType<Effect.Invite>().Single().Dial;
        dial.Destination.Should().Be("sofia/gateway/out/+79160000001");
        dial.CallerNumber.Should().Be("+74950000000");
        desk.Effects.OfType<Effect.LetHear>().Single().Should().Match<Effect.LetHear>(hear => hear.Call == OutgoingDesk.Own && !hear.IsOurs);

        desk.Pass(5).NumberAnswers();
        var connect = desk.Effects.OfType<Effect.Connect>().Single();
        connect.Call.Should().Be(OutgoingDesk.Own);
        connect.RecordTo.Should().Be("2026/11/24/100000-79160000001-anna-own.wav");
        desk.Joined().Pass(60).AnnaHangsUp();

        var entry = desk.Ended();
        entry.Should().Match<HistoryEntry>(call => call.Direction == CallDirection.Outgoing && call.Id == "own" && call.Agent == "anna"
            && call.Number == "+74950000000" && call.Dialled == "+79160000001" && call.Other == "+79160000001"
            && call.Result == CallResult.Answered && call.HungUpBy == EndedBy.Agent && call.Recording == connect.RecordTo
            && call.WaitedSeconds == 5 && call.TalkedSeconds == 60);
        entry.Journey.Select(step => step.What).Should().Equal(JourneyEvent.CallsOut, JourneyEvent.NumberRings, JourneyEvent.Connected, JourneyEvent.Ended);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Who_was_called_hangs_up_and_so_does_the_operators_phone()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(10).OtherHangsUp();
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(OutgoingDesk.Own);
        desk.IsFree().Should().BeFalse("the receiver is not down yet");
        desk.Pass(1).AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.HungUpBy == EndedBy.Caller && call.TalkedSeconds == 10);
        desk.IsFree().Should().BeTrue();
    }

    [Theory]
    [InlineData(OfferOutcome.Busy, OutgoingProblem.Busy, "USER_BUSY")]
    [InlineData(OfferOutcome.NoAnswer, OutgoingProblem.NoAnswer, "NO_ANSWER")]
    [InlineData(OfferOutcome.Rejected, OutgoingProblem.Busy, "CALL_REJECTED")]
    [InlineData(OfferOutcome.Unreachable, OutgoingProblem.NotReached, "NO_ROUTE_DESTINATION")]
    [InlineData(OfferOutcome.LostSight, OutgoingProblem.NotReached, "NO_ROUTE_DESTINATION")]
    public void Is_told_when_the_number_cannot_be_had(OfferOutcome outcome, OutgoingProblem told, string cause)
    {
        var desk = OutgoingDesk.Open().Dials().NumberDoesNot(outcome);
        desk.Effects.OfType<Effect.Tell>().Single().Problem.Should().Be(told);
        desk.Told().Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(OutgoingDesk.Own);
        desk.AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.NotReached && call.Cause.Name == cause && call.Answered == null && call.Recording == null);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Is_offered_no_callers_meanwhile_and_the_wall_of_why_says_so()
    {
        var desk = OutgoingDesk.Open().Dials().Joins("caller").Pass(30);
        desk.CallerOf("anna").Should().BeNull();
        StillWaiting.Of(desk.State, Desk.Call("caller"), desk.Now)!.Agents.First(one => one.Agent == "anna").Why
            .Should().BeOfType<Obstacle.CallsOutside>().Which.To.Should().Be(OutgoingDesk.Number);
        desk.Talk().Pass(30).CallerOf("anna").Should().BeNull();
        desk.AnnaHangsUp().CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Has_been_idle_since_the_end_of_it_only()
    {
        var desk = OutgoingDesk.Open();
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Pass(60).Dials().Talk().Pass(60).AnnaHangsUp().Joins("caller").CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void Hangs_up_before_the_number_answers_and_it_rings_no_more()
    {
        var desk = OutgoingDesk.Open().Dials().Pass(5);
        var ring = desk.Call().Number + 1;
        desk.AnnaHangsUp().Effects.OfType<Effect.Withdraw>().Single().Offer.Should().Be(ring);
        desk.Ended().Result.Should().Be(CallResult.Abandoned);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Hangs_up_while_being_joined_and_who_answered_is_not_left_in_silence()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers();
        var leg = desk.Call().Leg;
        desk.AnnaHangsUp().Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Abandoned && call.Recording == null);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Is_told_when_who_answered_hangs_up_while_being_joined()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers().OtherHangsUp();
        desk.Effects.OfType<Effect.Tell>().Should().ContainSingle();
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Call().Number, OutgoingDesk.Own, ReplyOutcome.Refused)).Told().AnnaHangsUp();
        desk.Ended().Result.Should().Be(CallResult.NotReached);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Is_told_when_the_switch_cannot_join_the_two()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers();
        var leg = desk.Call().Leg;
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Call().Number, OutgoingDesk.Own, ReplyOutcome.Refused, "no")).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Told().AnnaHangsUp().Ended().Result.Should().Be(CallResult.NotReached);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Every_state_but_the_conversation_ends_by_itself()
    {
        OutgoingDesk.Open().Dials().Pass(200).IsFree().Should().BeTrue("nobody said that it rings no more");
        OutgoingDesk.Open().Dials().NumberAnswers().Pass(200).IsFree().Should().BeTrue("nobody said that they were joined");
        OutgoingDesk.Open().Dials().NumberDoesNot(OfferOutcome.Busy).Pass(200).IsFree().Should().BeTrue("nobody said that it was told");
        OutgoingDesk.Open().Dials().Talk().OtherHangsUp().Pass(200).IsFree().Should().BeTrue("nobody said that the receiver is down");
        OutgoingDesk.Open().Dials().Restart().Survey(Desk.Live(OutgoingDesk.Own)).Pass(200).IsFree().Should().BeTrue("it never came back");
        OutgoingDesk.Open().AsksFor().Pass(200).IsFree().Should().BeTrue("nobody said that the phone rings no more");
        OutgoingDesk.Open().Dials().Talk().Do(new Event.Unbridged(Desk.Opening, OutgoingDesk.Own)).Pass(200).IsFree().Should().BeTrue("parted, and no hang-up follows");
        OutgoingDesk.Open().Dials().Talk().Pass(7_200).IsFree().Should().BeFalse("they talk");
    }

    [Fact]
    public void In_wrap_up_or_on_break_it_changes_nothing_of_that()
    {
        var desk = OutgoingDesk.Open().Joins("caller").Talks("anna").HangsUp("caller").Dials().Talk();
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Pass(60);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Joins("next").CallerOf("anna").Should().BeNull();
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break")).AnnaHangsUp().Agent("anna").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void A_wrap_up_follows_where_one_is_set_and_stands_in_the_history()
    {
        var desk = OutgoingDesk.Open(outgoing => outgoing with { WrapUp = TimeSpan.FromSeconds(20) }).Dials().Talk().AnnaHangsUp();
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Pass(20).Ended().Journey[^1].What.Should().Be(JourneyEvent.WrapUpEnded);
        desk.IsFree().Should().BeTrue();
        desk.Dials(own: "second").NumberDoesNot(OfferOutcome.Busy).Told().AnnaHangsUp().Agent("anna").Should().BeOfType<AgentState.Ready>("there was no conversation");
    }

    [Fact]
    public void Is_not_recorded_where_that_is_not_wished() =>
        OutgoingDesk.Open(outgoing => outgoing with { Record = false }).Dials().NumberAnswers().Effects.OfType<Effect.Connect>().Single().RecordTo.Should().BeNull();

    [Fact]
    public void Two_calls_of_one_phone_are_two()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Dials(own: "second").State.OutgoingCalls.Should().HaveCount(2);
        desk.Ends(Desk.Call("second")).IsFree().Should().BeFalse();
        desk.AnnaHangsUp().IsFree().Should().BeTrue();
    }

    [Fact]
    public void Who_is_taken_out_of_the_settings_talks_to_the_end()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [Desk.Serving("boris", "sales")] }));
        desk.State.Agents.Should().NotContainKey("anna");
        desk.AnnaHangsUp().Ended().Result.Should().Be(CallResult.Answered);
        desk.State.Legs.Should().BeEmpty();
    }

    [Fact]
    public void Who_is_taken_out_and_put_back_meanwhile_is_offered_no_callers_until_it_is_over()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        var with = desk.State.Configuration;
        desk.Do(new Event.Configured(desk.Now, with with { Agents = [Desk.Serving("boris", "sales") with { SignedIn = false }] }));
        desk.Do(new Event.Configured(desk.Now, with)).Joins("caller").CallerOf("anna").Should().BeNull();
        desk.AnnaHangsUp().CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Is_kept_in_a_snapshot()
    {
        var state = OutgoingDesk.Open().Dials().Talk().State;
        var restored = OnDisk.Restored(state);
        OnDisk.Json(restored).Should().Be(OnDisk.Json(state));
        restored.Legs.Should().BeEquivalentTo(state.Legs);
        restored.Agents["anna"].IsAvailable.Should().BeFalse();
        OnDisk.Restored(OutgoingDesk.Open().Dials().State).Deadlines.Should().NotBeEmpty();
    }
}

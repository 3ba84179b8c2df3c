using FluentAssertions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class Outgoing_calls_and_restarts
{
    [Fact]
    public void A_conversation_goes_on_and_ends_in_the_history_with_its_recording()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(60).Restart();
        desk.Call().State.Should().Be(OutgoingState.Talking);
        var leg = desk.Call().Leg;
        desk.Survey(Desk.Live(OutgoingDesk.Own, leg), Desk.Live(leg, OutgoingDesk.Own));
        desk.Effects.OfType<Effect.Follow>().Select(follow => (follow.Call.Ref, follow.IsLeg)).Should().Equal((OutgoingDesk.Own, false), (leg, true));
        desk.Pass(60).AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.TalkedSeconds == 120 && call.Recording != null);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void One_whose_beginning_was_not_written_down_before_the_death_has_its_recording_all_the_same()
    {
        var desk = OutgoingDesk.Open().Dials();
        var recordTo = OutgoingDesk.Open().Dials().Pass(5).NumberAnswers().Effects.OfType<Effect.Connect>().Single().RecordTo;
        var leg = desk.Call().Leg;
        desk.Restart().Survey(Desk.Live(OutgoingDesk.Own, leg), Desk.Live(leg, OutgoingDesk.Own)).Pass(60).AnnaHangsUp();
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.Recording == recordTo);
    }

    [Fact]
    public void One_that_ended_meanwhile_is_over_and_who_is_left_is_hung_up()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(60).Restart();
        var leg = desk.Call().Leg;
        desk.Survey(Desk.Live(leg)).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Ended().HungUpBy.Should().Be(EndedBy.Unknown);
        desk.IsFree().Should().BeTrue();

        var other = OutgoingDesk.Open().Dials().Talk().Pass(60).Restart().Survey(Desk.Live(OutgoingDesk.Own));
        other.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(OutgoingDesk.Own);
        other.AnnaHangsUp().IsFree().Should().BeTrue();
    }

    [Fact]
    public void One_too_young_for_the_survey_is_followed_all_the_same()
    {
        var desk = OutgoingDesk.Open().Dials().Pass(10).Talk().Pass(1).Restart().Survey();
        desk.Effects.OfType<Effect.Follow>().Select(follow => follow.IsLeg).Should().Equal(false, true);
        desk.Call().State.Should().Be(OutgoingState.Talking);
    }

    [Fact]
    public void Whoever_dialled_comes_back_by_the_dialplan_and_the_number_is_rung_anew()
    {
        var desk = OutgoingDesk.Open().Dials().Pass(5).Restart();
        var (leg, number) = (desk.Call().Leg, desk.Call().Number);
        desk.Survey(Desk.Live(OutgoingDesk.Own), Desk.Live(leg)).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg, "nobody may be rung twice");
        desk.Pass(2).Dials();
        desk.Effects.OfType<Effect.Invite>().Single().Dial.Ref.Should().NotBe(leg);
        desk.Do(new Event.OfferAnswered(desk.Now, number + 1)).Call().State.Should().Be(OutgoingState.Dialling, "that was said of the ringing before");
        desk.Talk().AnnaHangsUp().Ended().Journey.Select(step => step.What).Should().Contain([JourneyEvent.LostSight, JourneyEvent.CameBack, JourneyEvent.Connected]);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Whoever_hung_up_meanwhile_or_was_put_through_by_the_dialplan_is_not_waited_for()
    {
        OutgoingDesk.Open().Dials().Pass(10).Restart().Survey().IsFree().Should().BeTrue();
        var desk = OutgoingDesk.Open().Dials().Pass(10).Restart().Survey(Desk.Live(OutgoingDesk.Own, Desk.Call("other")), Desk.Live(Desk.Call("other"), OutgoingDesk.Own));
        desk.Effects.OfType<Effect.HangUp>().Should().BeEmpty();
        desk.Ended().Result.Should().Be(CallResult.Lost);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Two_who_were_joined_while_nobody_looked_are_a_conversation()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers().Pass(1).Restart();
        var leg = desk.Call().Leg;
        desk.Survey(Desk.Live(OutgoingDesk.Own, leg), Desk.Live(leg, OutgoingDesk.Own)).Call().State.Should().Be(OutgoingState.Talking);
        desk.AnnaHangsUp().Ended().Recording.Should().NotBeNull();
    }

    [Fact]
    public void A_phone_that_we_rang_is_hung_up()
    {
        var desk = OutgoingDesk.Open().AsksFor().AnnaAnswers().Restart();
        var own = desk.Call().Call;
        desk.Survey(Desk.Live(own)).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(own);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void What_an_operator_was_being_told_is_told_no_more_and_the_call_ends()
    {
        var desk = OutgoingDesk.Open().Dials().NumberDoesNot(OfferOutcome.Busy).Restart().Survey(Desk.Live(OutgoingDesk.Own));
        desk.Dials().Effects.OfType<Effect.HangUp>().Should().ContainSingle();
        desk.AnnaHangsUp().Ended().Cause.Should().Be(HangupCause.UserBusy);
    }

    [Fact]
    public void A_lost_connection_takes_the_ringing_back_and_the_operator_dials_again_by_the_dialplan()
    {
        var desk = OutgoingDesk.Open().Dials().IsLost("own");
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Pass(1).Dials().Talk().Call().State.Should().Be(OutgoingState.Talking);
        desk.IsLost("own").Call().State.Should().Be(OutgoingState.Talking, "a conversation does not need the service");
    }

    [Fact]
    public void Two_who_were_joined_while_the_switch_was_out_of_reach_are_a_conversation_and_are_not_hung_up()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers().Do(new Event.NodeLost(Desk.Opening, Desk.Node, "")).Pass(30);
        var leg = desk.Call().Leg;
        desk.Survey(Desk.Live(OutgoingDesk.Own, leg), Desk.Live(leg, OutgoingDesk.Own)).Call().State.Should().Be(OutgoingState.Talking);
        desk.AllEffects.OfType<Effect.HangUp>().Should().BeEmpty();
        desk.Pass(60).AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.Recording != null);
    }

    [Fact]
    public void A_connection_that_breaks_under_the_bridge_leaves_it_to_the_survey()
    {
        var desk = OutgoingDesk.Open().Dials().NumberAnswers();
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Call().Number, OutgoingDesk.Own, ReplyOutcome.Disconnected)).Pass(30);
        desk.Call().State.Should().Be(OutgoingState.Connecting);
        desk.Survey(Desk.Live(OutgoingDesk.Own, desk.Call().Leg), Desk.Live(desk.Call().Leg, OutgoingDesk.Own)).Call().State.Should().Be(OutgoingState.Talking);
    }
}

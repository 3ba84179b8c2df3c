using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Auditing;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class A_call_that_was_asked_for
{
    [Fact]
    public void Rings_the_operators_phone_first_and_then_the_number()
    {
        var desk = OutgoingDesk.Open(anna: anna => anna with { AutoAnswer = true }).AsksFor(queue: "sales");
        var own = desk.Effects.OfType<Effect.Invite>().Single().Dial;
        own.Should().Match<Dial>(dial => dial.Destination == "user/anna" && dial.CallerNumber == OutgoingDesk.Number && dial.AutoAnswer);
        desk.Pass(3).AnnaAnswers();
        desk.Effects.OfType<Effect.LetHear>().Single().IsOurs.Should().BeTrue();
        desk.Effects.OfType<Effect.Invite>().Single().Dial.Destination.Should().Be("sofia/gateway/out/+79160000001");
        desk.Talk().Pass(10).AnnaHangsUp();
        desk.Ended().Should().Match<HistoryEntry>(call => call.Id == own.Ref.Id && call.Queue == "sales" && call.Result == CallResult.Answered && call.Recording != null);
        desk.Ended().Journey.Select(step => step.What).Should().Equal(
            JourneyEvent.CallsOut, JourneyEvent.AgentRings, JourneyEvent.OfferEnded, JourneyEvent.NumberRings, JourneyEvent.Connected, JourneyEvent.Ended);
        desk.State.Audit.Values.Single().Should().Match<AuditRecord>(record => record.Act == AuditedAct.Call && record.By == "crm" && record.Detail == OutgoingDesk.Number);
        desk.IsFree().Should().BeTrue();
    }

    [Theory]
    [InlineData(OfferOutcome.NoAnswer, "NO_ANSWER")]
    [InlineData(OfferOutcome.Busy, "USER_BUSY")]
    [InlineData(OfferOutcome.Rejected, "CALL_REJECTED")]
    [InlineData(OfferOutcome.Unreachable, "NO_ROUTE_DESTINATION")]
    public void The_number_is_not_rung_when_the_operator_does_not_answer(OfferOutcome outcome, string cause)
    {
        var desk = OutgoingDesk.Open().AsksFor().AnnaDoesNot(outcome);
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.OperatorNotReached && call.Cause.Name == cause);
        desk.AllEffects.OfType<Effect.Invite>().Should().ContainSingle();
        desk.IsFree().Should().BeTrue("that costs no rest");
    }

    [Fact]
    public void A_phone_of_whose_ringing_we_lost_sight_is_not_free_before_the_switch_was_asked()
    {
        var desk = OutgoingDesk.Open().AsksFor().Pass(6).AnnaDoesNot(OfferOutcome.LostSight);
        var own = desk.Call().Call;
        desk.Joins("caller").CallerOf("anna").Should().BeNull();
        desk.Survey(Desk.Live(own), Desk.Live(Desk.Call("caller"))).Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(own);
        desk.CallerOf("anna").Should().Be("caller");
        desk.Ended().Result.Should().Be(CallResult.Lost);
    }

    [Fact]
    public void A_number_of_whose_ringing_we_lost_sight_rings_no_more_when_the_switch_is_back()
    {
        var desk = OutgoingDesk.Open().AsksFor().AnnaAnswers();
        var leg = desk.Call().Leg;
        desk.NumberDoesNot(OfferOutcome.LostSight).Do(new Event.NodeLost(desk.Now, Desk.Node, "")).Pass(5);
        desk.Survey(Desk.Live(leg)).Effects.OfType<Effect.HangUp>().Should().Contain(hangUp => hangUp.Call == leg);
    }

    [Fact]
    public void The_operator_who_hangs_up_meanwhile_ends_it()
    {
        var desk = OutgoingDesk.Open().AsksFor().AnnaAnswers();
        desk.AnnaHangsUp().Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Ended().Result.Should().Be(CallResult.Abandoned);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void The_operator_is_told_when_the_number_cannot_be_had()
    {
        var desk = OutgoingDesk.Open().AsksFor().AnnaAnswers().NumberDoesNot(OfferOutcome.Busy);
        desk.Effects.OfType<Effect.Tell>().Single().IsOurs.Should().BeTrue();
        desk.Told().AnnaHangsUp().IsFree().Should().BeTrue();
    }

    [Fact]
    public void Is_refused_with_the_reason()
    {
        Refused(OutgoingDesk.Open().Joins("caller")).Should().Contain("offered");
        Refused(OutgoingDesk.Open().Joins("caller").Talks("anna")).Should().Contain("conversation");
        Refused(OutgoingDesk.Open().Dials()).Should().Contain("another call");
        Refused(OutgoingDesk.Open().Do(new Event.OutsideCallBegan(Desk.Opening, "anna", Desk.Node))).Should().Contain("another call");
        Refused(OutgoingDesk.Open().Do(new Event.DoNotDisturbAsked(Desk.Opening, "anna", On: true))).Should().Contain("disturbed");
        Refused(OutgoingDesk.Open().Do(new Event.DeviceChanged(Desk.Opening, "anna", DeviceState.Unregistered))).Should().Contain("not registered");
        Refused(OutgoingDesk.Open().Do(new Event.NodeLost(Desk.Opening, Desk.Node, ""))).Should().Contain("switch");
        Refused(OutgoingDesk.Open(), agent: "nobody").Should().Contain("nobody");
        Refused(OutgoingDesk.Open(), number: "anna").Should().Contain("no number");
        Refused(OutgoingDesk.Open(outgoing => outgoing with { Allowed = ["112"] })).Should().Contain("may not call");
        Refused(OutgoingDesk.Open(), queue: "nowhere").Should().Contain("nowhere");
        Refused(OutgoingDesk.Open(outgoing => outgoing with { WhenSignedOut = false }), agent: "boris").Should().Contain("signed out");
        var withoutLine = OutgoingDesk.Open();
        Refused(withoutLine.Do(new Event.Configured(Desk.Opening, withoutLine.State.Configuration with { LineOut = null }))).Should().Contain("LineOut");
    }

    [Fact]
    public void One_that_is_refused_changes_nothing_and_is_counted()
    {
        var desk = OutgoingDesk.Open().Joins("caller");
        var (before, ignored) = (desk.State, desk.State.Ignored);
        desk.AsksFor();
        desk.State.Should().Be(before with { Number = before.Number + 1, Ignored = ignored + 1 });
    }

    [Fact]
    public void Who_is_signed_out_may_be_rung_by_the_own_wish_and_stays_signed_out()
    {
        var desk = OutgoingDesk.Open();
        desk.Do(new Event.CallAsked(desk.Now, "boris", OutgoingDesk.Number, By: "boris")).AnnaAnswers().Talk().AnnaHangsUp();
        desk.Agent("boris").Should().BeOfType<AgentState.SignedOut>();
        desk.Ended().Agent.Should().Be("boris");
    }

    static string? Refused(Desk desk, string agent = "anna", string number = OutgoingDesk.Number, string? queue = null) =>
        AgentCommand.Refusal(desk.State, new Event.CallAsked(desk.Now, agent, number, Queue: queue));
}

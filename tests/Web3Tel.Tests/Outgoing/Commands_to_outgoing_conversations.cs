using FluentAssertions;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class Commands_to_outgoing_conversations
{
    [Theory]
    [InlineData(ListenMode.Listen)]
    [InlineData(ListenMode.Whisper)]
    [InlineData(ListenMode.Barge)]
    public void A_supervisor_listens_at_the_operators_leg(ListenMode mode)
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.ListenAsked(desk.Now, OutgoingDesk.Own, "boris", mode, "olga"));
        var listen = desk.Effects.OfType<Effect.Listen>().Single();
        listen.Should().Match<Effect.Listen>(effect => effect.Leg == OutgoingDesk.Own && effect.Mode == mode && effect.Dial.Destination == "user/boris");
        desk.State.Audit.Values.Single().Agent.Should().Be("anna");
        desk.AnnaHangsUp().Ended().Journey.Should().Contain(step => step.What == JourneyEvent.ListenedTo);
    }

    [Fact]
    public void A_supervisor_hangs_up_at_any_moment()
    {
        HangUp(OutgoingDesk.Open().AsksFor()).Ended().Result.Should().Be(CallResult.Failed);
        HangUp(OutgoingDesk.Open().Dials()).AnnaHangsUp().Ended().HungUpBy.Should().Be(EndedBy.Service);
        HangUp(OutgoingDesk.Open().Dials().NumberAnswers()).AnnaHangsUp().Ended().Result.Should().Be(CallResult.Failed);
        var desk = OutgoingDesk.Open().Dials().Talk();
        var legs = new[] { desk.Call().Leg, OutgoingDesk.Own };
        HangUp(desk).Effects.OfType<Effect.HangUp>().Select(hangUp => hangUp.Call).Should().Equal(legs);
        desk.AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.HungUpBy == EndedBy.Service);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void What_cannot_be_is_refused_with_what_can()
    {
        var talking = OutgoingDesk.Open().Dials().Talk();
        Refused(talking, new Event.HoldAsked(talking.Now, OutgoingDesk.Own)).Should().Contain("not possible");
        Refused(talking, new Event.TakeOverAsked(talking.Now, OutgoingDesk.Own, "boris")).Should().Contain("not possible");
        Refused(talking, new Event.MoveAsked(talking.Now, OutgoingDesk.Own, "sales", null)).Should().Contain("no queue");
        Refused(talking, new Event.TransferAsked(talking.Now, OutgoingDesk.Own, TransferKind.Queue, "nowhere")).Should().Contain("nowhere");
        Refused(talking, new Event.TransferAsked(talking.Now, OutgoingDesk.Own, TransferKind.Agent, "boris")).Should().Contain("not ready");
        var ringing = OutgoingDesk.Open().Dials();
        Refused(ringing, new Event.ListenAsked(ringing.Now, OutgoingDesk.Own, "boris", ListenMode.Listen)).Should().Contain("not answered");
    }

    [Fact]
    public void Transferred_to_a_queue_who_was_called_is_a_caller_with_a_history_of_their_own()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        var leg = desk.Call().Leg;
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Pass(20).Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Queue, "sales", "anna"));
        desk.Effects.OfType<Effect.Part>().Single().Should().Be(new Effect.Part(leg, OutgoingDesk.Own, TimeSpan.Zero));
        desk.AnnaHangsUp().Ended().Should().Match<HistoryEntry>(call => call.Id == "own" && call.TalkedSeconds == 20 && call.Result == CallResult.Answered);
        var caller = desk.State.Callers[leg];
        caller.Should().Match<Caller>(one => one.Number == OutgoingDesk.Number && one.Direction == CallDirection.Outgoing && one.Queue == "sales" && one.Away != null);

        desk.Do(new Event.CallArrived(desk.Now, leg, "", "", "+74950000000", desk.Now)).Effects.OfType<Effect.Receive>().Should().ContainSingle();
        desk.Talks("boris").Pass(5).Ends(leg);
        desk.History.Last().Should().Match<HistoryEntry>(call => call.Id == leg.Id && call.Agent == "boris" && call.Number == OutgoingDesk.Number && call.Recording != null && !call.IsByOperator);
    }

    [Fact]
    public void Transferred_to_an_operator_who_was_called_talks_to_that_one()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        var leg = desk.Call().Leg;
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Agent, "boris", "anna")).AnnaHangsUp();
        desk.Do(new Event.CallArrived(desk.Now, leg, "", "", "+74950000000", desk.Now)).GuestAnswers();
        desk.Do(new Event.Connected(desk.Now, desk.Guest().Number, leg)).CallerOf("boris").Should().Be(leg.Id);
        desk.AgentHangsUp("boris").Ends(leg).History.Last().Agent.Should().Be("boris");
    }

    [Fact]
    public void Who_cannot_be_had_by_a_transfer_waits_in_the_operators_queue()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        var leg = desk.Call().Leg;
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Agent, "boris", "anna")).AnnaHangsUp();
        desk.Do(new Event.CallArrived(desk.Now, leg, "", "", "+74950000000", desk.Now)).Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.Rejected));
        desk.State.Callers[leg].Should().Match<Caller>(caller => caller.Queue == "sales" && caller.State is CallerState.Waiting);
        desk.CallerOf("anna").Should().Be(leg.Id);
    }

    static Desk HangUp(Desk desk) => desk.Do(new Event.HangUpAsked(desk.Now, desk.Call().Call, "olga"));

    static string? Refused(Desk desk, Event.ITalkCommand command) => TalkCommand.Refusal(desk.State, command);
}

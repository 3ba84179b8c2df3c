using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

/// <summary>Who was called is in no queue, and cannot go to one: the call ends, and the operator is not rung until the phone is there again.</summary>
public sealed class A_phone_that_is_lost_in_a_call_outside
{
    static readonly HangupCause MediaTimeout = new("MEDIA_TIMEOUT");

    [Theory]
    [InlineData("MEDIA_TIMEOUT")]
    [InlineData("RECOVERY_ON_TIMER_EXPIRE")]
    [InlineData("NETWORK_OUT_OF_ORDER")]
    [InlineData("DESTINATION_OUT_OF_ORDER")]
    public void The_call_ends_and_the_history_says_how_and_that_nobody_has_hung_up(string cause)
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(60);
        var leg = desk.Call().Leg;
        desk.Loses(new(cause)).Effects.Should().Contain(new Effect.HangUp(leg, HangupCause.NormalClearing));
        var entry = desk.Ended();
        entry.Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.HungUpBy == EndedBy.Unknown && call.Cause.Name == cause && call.TalkedSeconds == 60 && call.Recording != null);
        entry.Journey.Select(step => step.What).Should().Equal(JourneyEvent.CallsOut, JourneyEvent.NumberRings, JourneyEvent.Connected, JourneyEvent.PhoneLost, JourneyEvent.Ended);
        desk.State.OutgoingCalls.Should().BeEmpty();
    }

    [Fact]
    public void So_it_is_where_the_end_of_who_was_called_is_told_first()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(60);
        desk.Do(new Event.CallEnded(desk.Now, desk.Call().Leg, HangupCause.NormalClearing, HungUpBy.Peer)).Loses(MediaTimeout);
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.HungUpBy == EndedBy.Unknown && call.Cause == MediaTimeout && call.TalkedSeconds == 60);
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void The_operator_rests_until_the_phone_registers_again()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Loses(MediaTimeout).Joins("caller");
        desk.Agent("anna").Should().Be(new AgentState.Resting(OutgoingDesk.Open().Now, OutgoingDesk.Open().Now.AddMinutes(5), RestReason.PhoneLost));
        desk.Pass(30).CallerOf("anna").Should().BeNull();
        desk.Do(new Event.DeviceChanged(desk.Now, "anna", DeviceState.Registered)).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void So_it_is_after_a_call_that_was_asked_for_and_one_that_still_rings()
    {
        OutgoingDesk.Open().AsksFor().AnnaAnswers().Talk().Loses(MediaTimeout).Agent("anna").Should().BeOfType<AgentState.Resting>();
        var ringing = OutgoingDesk.Open().Dials().Pass(5);
        ringing.Loses(MediaTimeout).Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        ringing.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Abandoned && call.HungUpBy == EndedBy.Unknown);
        ringing.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void On_a_break_the_operator_stays_there_and_one_who_hangs_up_is_free()
    {
        var away = OutgoingDesk.Open();
        away.Do(new Event.AgentTookBreak(away.Now, "anna", "break")).Dials().Talk().Loses(MediaTimeout);
        away.Agent("anna").Should().BeOfType<AgentState.Break>();
        OutgoingDesk.Open().Dials().Talk().Ends(OutgoingDesk.Own).IsFree().Should().BeTrue();
    }

    [Fact]
    public void No_wrap_up_follows_and_where_it_was_who_was_called_the_operator_goes_on_as_ever()
    {
        var lost = OutgoingDesk.Open(settings => settings with { WrapUp = TimeSpan.FromSeconds(30) }).Dials().Talk().Pass(5).Loses(MediaTimeout);
        lost.Agent("anna").Should().BeOfType<AgentState.Resting>();
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(5);
        desk.Do(new Event.CallEnded(desk.Now, desk.Call().Leg, HangupCause.RecoveryOnTimerExpire, HungUpBy.Peer));
        desk.Do(new Event.CallEnded(desk.Now, OutgoingDesk.Own, HangupCause.RecoveryOnTimerExpire, HungUpBy.Peer));
        desk.Ended().Should().Match<HistoryEntry>(call => call.HungUpBy == EndedBy.Unknown && call.Cause == HangupCause.RecoveryOnTimerExpire);
        desk.IsFree().Should().BeTrue();
    }
}

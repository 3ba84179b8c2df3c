using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Outgoing;

public sealed class Outgoing_conversations_that_end_unheard
{
    static readonly double Longest = new Configuration().LongestUnheard.TotalSeconds;

    [Fact]
    public void Both_are_asked_after_again_and_again_and_who_lives_talks_on()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            desk.Pass(Longest);
            desk.Effects.OfType<Effect.Inquire>().Select(inquire => inquire.Call).Should().Equal(OutgoingDesk.Own, desk.Call().Leg);
            desk.Call().State.Should().Be(OutgoingState.Talking);
        }

        desk.AnnaHangsUp().Ended().TalkedSeconds.Should().Be(3 * Longest);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Where_the_operators_own_call_is_gone_it_is_over_and_the_operator_is_told()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(Longest);
        var leg = desk.Call().Leg;
        desk.Do(new Event.EndUnheard(desk.Now, OutgoingDesk.Own));
        desk.Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Ended().Should().Match<HistoryEntry>(call => call.Result == CallResult.Answered && call.HungUpBy == EndedBy.Unknown);
        desk.Ended().Journey.Should().Contain(step => step.What == JourneyEvent.LostSight);
        desk.State.Agents["anna"].Notice.Should().Be(new Notice(desk.Now, NoticeKind.EndUnheard, OutgoingDesk.Number));
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Where_both_are_gone_it_is_over_once()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(Longest);
        var leg = desk.Call().Leg;
        desk.Do(new Event.EndUnheard(desk.Now, leg)).Do(new Event.EndUnheard(desk.Now, OutgoingDesk.Own)).Do(new Event.EndUnheard(desk.Now, leg));
        desk.History.Should().ContainSingle().Which.Result.Should().Be(CallResult.Answered);
        desk.IsFree().Should().BeTrue();
    }

    [Fact]
    public void Parted_and_then_unheard_it_is_over_in_two_seconds_as_before()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(10);
        desk.Do(new Event.Unbridged(desk.Now, OutgoingDesk.Own)).Pass(2);
        desk.Call().State.Should().Be(OutgoingState.Leaving);
        desk.Pass(10).IsFree().Should().BeTrue();
    }

    [Fact]
    public void While_the_switch_is_out_of_reach_nobody_is_asked_and_afterwards_it_is()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.NodeLost(desk.Now, OutgoingDesk.Own.Node, "gone")).Pass(Longest);
        desk.Effects.OfType<Effect.Inquire>().Should().BeEmpty();
        desk.Call().Until.Should().BeAfter(desk.Now);
    }
}

using FluentAssertions;
using Web3Tel.Distribution;
using Web3Tel.Reports;
using Web3Tel.Tests.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Reports;

public sealed class Outgoing_calls_in_reports
{
    static long Ticks(double seconds) => TimeSpan.FromSeconds(seconds).Ticks;

    [Fact]
    public void Are_figures_of_their_own_and_no_conversations_with_callers()
    {
        var desk = OutgoingDesk.Open(settings => settings with { WrapUp = TimeSpan.FromSeconds(7) });
        desk.Dials(own: "first").Pass(5).Talk().Pass(20).AnnaHangsUp().Pass(7);
        desk.Dials(own: "second").Pass(3).AnnaHangsUp().Pass(10);

        var anna = Counting.Of(desk.Moments).All(Subject.Operator, "anna");
        (anna[Measure.OutgoingCalls], anna[Measure.OutgoingAnswered], anna[Measure.OutgoingTalk]).Should().Be((2, 1, Ticks(20)));
        (anna[Measure.CallingOut], anna[Measure.WrappingUp]).Should().Be((Ticks(28), Ticks(7)));
        (anna[Measure.Conversations], anna[Measure.Talk], anna[Measure.WrapUp]).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Who_was_called_and_transferred_is_a_call_of_the_number_shown()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(20);
        var leg = desk.Call().Leg;
        desk.Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Queue, "sales", "anna"));
        desk.Ends(OutgoingDesk.Own).Pass(5).Ends(leg).Pass(60);

        var line = Counting.Of(desk.Moments).All(Subject.Line, "+74950000000");
        line[Measure.Calls].Should().Be(1);
        (line.Decided() + line[Measure.NotQueued]).Should().Be(1, "and it has one fate");
    }

    [Fact]
    public void Who_was_called_and_transferred_to_a_number_that_cannot_be_had_has_come_to_the_queue()
    {
        var desk = OutgoingDesk.Open().Dials().Talk().Pass(20);
        var leg = desk.Call().Leg;
        desk.Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Number, "5551", "anna"));
        desk.Do(new Event.OfferFailed(desk.Now, desk.State.Guests.Keys.Single(), OfferOutcome.Unreachable)).Pass(5).Ends(leg);

        var queue = Counting.Of(desk.Moments).All(Subject.Queue, "sales");
        (queue[Measure.Offered], queue[Measure.Abandoned]).Should().Be((1, 1));
    }
}

using FluentAssertions;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>An operator calls who is to be called back, out of turn.</summary>
public sealed class Called_by_hand
{
    /// <summary>Outside the queue's hours it calls nobody itself.</summary>
    static Desk Asked(string? queue) =>
        new Desk(CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual with { Hours = Closed } }, "anna")).Wishes(OutgoingDesk.Number).AsksFor(queue: queue).AnnaAnswers();

    static CallingHours Closed => new("UTC") { Week = [new CallingPeriod(DayOfWeek.Sunday, new TimeOnly(3, 0), new TimeOnly(4, 0))] };

    [Fact]
    public void A_conversation_for_the_queue_settles_the_wish_and_nobody_is_called_twice()
    {
        var desk = Asked("sales");
        desk.State.Callbacks.Should().HaveCount(1, "nobody has answered yet");
        desk.Talk();

        desk.State.Callbacks.Should().BeEmpty();
        desk.State.Queues["sales"].Line.Should().BeEmpty();
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Callback == CallbackEnd.CalledByHand && entry.Number == OutgoingDesk.Number);
        desk.History.Single().Journey.Single(step => step.What == JourneyEvent.CallbackClosed).Detail.Should().Be("CalledByHand, anna");
        desk.Pass(10).AnnaHangsUp().State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void One_who_does_not_answer_is_to_be_called_back_as_before()
    {
        var desk = Asked("sales").NumberDoesNot(OfferOutcome.NoAnswer);
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Place == 1 && shown.Attempts == 0);
    }

    [Fact]
    public void A_conversation_that_is_not_for_the_queue_settles_nothing() => Asked(null).Talk().State.Callbacks.Should().HaveCount(1);

    [Fact]
    public void What_a_queue_has_for_a_number_is_found_however_it_is_written()
    {
        var desk = Asked(null);
        desk.State.Pending("sales", "7 (916) 000-00-01").Should().Be(desk.Shown());
        desk.State.Pending("sales", "79160000002").Should().BeNull();
        desk.State.Pending("sales", "anonymous").Should().BeNull();
    }
}

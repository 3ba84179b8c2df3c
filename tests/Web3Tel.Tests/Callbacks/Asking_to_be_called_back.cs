using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>The wish, and the place it keeps.</summary>
public sealed class Asking_to_be_called_back
{
    [Fact]
    public void Who_leaves_the_line_keeps_the_place_among_those_on_it()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Joins("a").Joins("b", CallbackDesk.Number, null).Joins("c");
        var b = desk.Caller("b");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Joined = b.Joined, Priority = b.Priority }).HangsUp("b");
        (desk.Position("a"), desk.Shown().Place, desk.Position("c")).Should().Be((1, 2, 3));
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Number == CallbackDesk.Number && shown.Attempts == 0 && shown.Joined == b.Joined);
    }

    [Fact]
    public void A_priority_counts_as_on_the_line()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Joins("a").Joins("b");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Priority = 60.Seconds() });
        desk.Shown().Place.Should().Be(1);
        desk.Wishes(new CallbackWish("sales", "5551234"));
        desk.State.Pending().Last().Place.Should().Be(4);
    }

    [Theory]
    [InlineData("sales", "+7 916 123-45-67", CallbackReply.Accepted)]
    [InlineData("nowhere", CallbackDesk.Number, CallbackReply.NotHere)]
    [InlineData("service", CallbackDesk.Number, CallbackReply.NotHere)]
    [InlineData("sales", "112", CallbackReply.NumberRefused)]
    [InlineData("sales", "anonymous", CallbackReply.NumberRefused)]
    [InlineData("sales", "", CallbackReply.NumberRefused)]
    [InlineData("sales", "+8816123456", CallbackReply.NumberRefused)]
    [InlineData("sales", "+49301234567", CallbackReply.NumberRefused)]
    [InlineData("sales", "+7916123456789012", CallbackReply.NumberRefused)]
    public void Only_what_the_queue_allows_is_written_down(string queue, string number, CallbackReply reply)
    {
        var rule = new NumberRule { Allowed = ["+7", "+881", "8"], Blocked = ["+881"] };
        var desk = new Desk(CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual with { Numbers = rule } }) with
        {
            Queues = [Desk.Sales with { Callback = CallbackDesk.Usual with { Numbers = rule } }, new QueueSettings { Name = "service" }],
        });
        var wish = new CallbackWish(queue, number);
        CallbackVerdict.Of(desk.State, wish).Should().Be(reply);
        desk.Wishes(wish).State.Callbacks.Should().HaveCount(reply == CallbackReply.Accepted ? 1 : 0);
    }

    [Fact]
    public void One_number_has_one_callback_in_a_queue_however_it_is_written()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes();
        var first = desk.Request();
        foreach (var written in new[] { "79161234567", "+7 (916) 123-45-67", "+7.916.123.45.67" })
        {
            CallbackVerdict.Of(desk.State, new CallbackWish("sales", written)).Should().Be(CallbackReply.AskedAlready);
            desk.Wishes(written).Request().Should().Be(first);
        }
    }

    [Fact]
    public void Who_rings_again_takes_the_place_in_person_and_is_not_called()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Joins("a").Wishes().Joins("b");
        var from = desk.Request().Place.From;
        desk.Pass(60).Joins("again", "+7 916 123-45-67", null);
        desk.State.Callbacks.Should().BeEmpty();
        (desk.Position("a"), desk.Position("again"), desk.Position("b")).Should().Be((1, 2, 3));
        desk.Caller("again").Place.From.Should().Be(from);
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.NotCalledBack && entry.Callback == CallbackEnd.CameInPerson);
    }

    [Fact]
    public void Who_rings_again_is_let_in_where_others_are_turned_away()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual, MaxLength = 1 })).Wishes();
        desk.Joins("other").Caller("other").State.Should().BeOfType<CallerState.Leaving>();
        desk.Joins("again", CallbackDesk.Number, null).Position("again").Should().Be(1);
    }

    [Fact]
    public void Another_queue_is_another_matter()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales) with
        {
            Queues = [Desk.Sales with { Callback = CallbackDesk.Usual }, new QueueSettings { Name = "service", Callback = CallbackDesk.Usual }],
        }).Wishes().Wishes(queue: "service");
        desk.State.Callbacks.Should().HaveCount(2);
        desk.Joins("again", CallbackDesk.Number, null).State.Pending().Single().Queue.Should().Be("service");
    }

    [Fact]
    public void Who_is_still_on_the_line_is_not_called_until_the_call_is_over()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").Arrives("a");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("a") });
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Phase == CallbackPhase.Resting && shown.Rest == CallbackRest.OnTheLine && shown.Place == 1);
        desk.Pass(20).Dialled().Should().BeEmpty();
        desk.HangsUp("a").Pass(2).Dialled().Should().BeEmpty("the phone is not free at once");
        desk.Pass(1).Dialled().Should().ContainSingle();
        desk.History.Single().Journey.Should().Contain(step => step.What == JourneyEvent.AsksForCallback && step.Detail == $"sales: {CallbackDesk.Number}");
        desk.Request().Journey[0].Detail.Should().Be($"sales: {CallbackDesk.Number}, a");
    }

    [Fact]
    public void Who_asked_in_two_queues_is_called_for_either_once_the_call_is_over()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales) with
        {
            Queues = [Desk.Sales with { Callback = CallbackDesk.Usual }, new QueueSettings { Name = "service", Callback = CallbackDesk.Usual }],
        }).Arrives("a");
        foreach (var queue in new[] { "sales", "service" })
        {
            desk.Wishes(new CallbackWish(queue, CallbackDesk.Number) { Call = Desk.Call("a") });
        }

        desk.HangsUp("a").Pass(3).State.Pending().Should().HaveCount(2).And.OnlyContain(shown => shown.Rest == null);
    }

    [Fact]
    public void Who_never_leaves_the_line_is_called_in_the_end()
    {
        var desk = CallbackDesk.Open(CallbackOrder.CustomerFirst, "anna").Arrives("a");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("a") }).Pass(120).Dialled().Should().ContainSingle();
    }

    [Fact]
    public void Who_talks_after_all_is_not_called_back()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Joins("busy").Talks("anna");
        desk.Joins("a", CallbackDesk.Number, null);
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("a"), Joined = desk.Caller("a").Joined });
        desk.State.Callbacks.Should().HaveCount(1);
        desk.HangsUp("busy").Pass(10).Talks("anna").State.Callbacks.Should().BeEmpty();
        desk.CallerOf("anna").Should().Be("a");
        desk.History.Last().Callback.Should().Be(CallbackEnd.CameInPerson);
    }

    [Fact]
    public void Limits_of_the_queue_are_for_those_on_the_line()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales with { Callback = CallbackDesk.Usual, MaxWait = 60.Seconds(), MaxWaitWithNoAgent = 30.Seconds() }, "anna"));
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Wishes().Pass(600).Shown().Place.Should().Be(1);
    }

    [Fact]
    public void It_is_cancelled_by_its_id_which_the_audit_trail_knows()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes();
        var call = desk.Request().Call;
        desk.Do(new Event.CallbackCancelled(desk.Now, call, CallbackEnd.Cancelled, "olga")).State.Callbacks.Should().BeEmpty();
        desk.History.Single().Callback.Should().Be(CallbackEnd.Cancelled);
        desk.State.Audit.Values.Single().Should().Match<Web3Tel.Auditing.AuditRecord>(record =>
            record.By == "olga" && record.Act == Web3Tel.Auditing.AuditedAct.CancelCallback && record.Detail == $"{call.Id}: {CallbackDesk.Number}");
        CallbackVerdict.Refusal(desk.State, new Event.CallbackCancelled(desk.Now, call, CallbackEnd.Cancelled)).Should().Contain("no callback");
        desk.State.Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void It_can_be_moved_within_its_queue_and_not_out_of_it()
    {
        var desk = new Desk(CallbackDesk.With(Desk.Sales) with { Queues = [Desk.Sales with { Callback = CallbackDesk.Usual }, new QueueSettings { Name = "service" }] });
        desk.Joins("a").Wishes();
        var call = desk.Request().Call;
        desk.Do(new Event.MoveAsked(desk.Now, call, null, 1, "olga")).Shown().Place.Should().Be(1);
        desk.Effects.Should().NotContain(effect => effect is Effect.Remember, "there is no call to remember it");
        TalkCommand.Refusal(desk.State, new Event.MoveAsked(desk.Now, call, "service", null)).Should().Contain("cannot change the queue");
    }

    [Fact]
    public void It_expires()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst).Wishes().Pass(7199);
        desk.State.Callbacks.Should().HaveCount(1);
        desk.Pass(1).State.Callbacks.Should().BeEmpty();
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Callback == CallbackEnd.Expired && entry.WaitedSeconds == 7200);
    }
}

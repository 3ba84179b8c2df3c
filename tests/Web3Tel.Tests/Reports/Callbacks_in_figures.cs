using FluentAssertions;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Web3Tel.Reports;
using Web3Tel.Tests.Callbacks;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Reports;

/// <summary>Each figure of those who are called back, worked out by hand.</summary>
public sealed class Callbacks_in_figures
{
    [Fact]
    public void Who_leaves_to_be_called_back_has_not_abandoned_and_is_in_no_service_level()
    {
        var desk = Busy().Joins("b").Pass(40);
        LeavesByKey(desk, "b");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("b") }).Pass(5).HangsUp("b");

        var queue = Figures(desk, Subject.Queue);
        queue.Should().Contain(Of(("offered", 2), ("answered", 1), ("askedForCallback", 1), ("callbacks", 1), ("callbacksPending", 1), ("serviceLevel", 1)));
        queue.Should().NotContainKeys("abandoned", "leftByKey", "moved", "waiting", "failed");
        var line = Figures(desk, Subject.Line);
        line.Should().Contain(Of(("calls", 2), ("answered", 1), ("askedForCallback", 1), ("callbacks", 1), ("serviceLevel", 1)));
        line.Should().NotContainKeys("abandoned", "notQueued", "sentOn", "failed", "present");
    }

    [Fact]
    public void Who_hangs_up_once_it_is_promised_has_not_abandoned_either()
    {
        var desk = Busy().Joins("b").Pass(40).Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("b") }).Pass(2).HangsUp("b");

        Figures(desk, Subject.Queue).Should().Contain(Of(("offered", 2), ("askedForCallback", 1))).And.NotContainKey("abandoned");
        Figures(desk, Subject.Line).Should().Contain(Of(("calls", 2), ("askedForCallback", 1))).And.NotContainKey("abandoned");
    }

    [Fact]
    public void Who_comes_back_to_the_queue_after_all_waits_as_anybody()
    {
        var desk = Busy().Joins("b").Pass(40);
        LeavesByKey(desk, "b");
        desk.Wishes(new CallbackWish("sales", CallbackDesk.Number) { Call = Desk.Call("b") });
        desk.Do(new Event.CallbackCancelled(desk.Now, desk.Request().Call, CallbackEnd.NotWritten));
        desk.Pass(1).Do(new Event.Joined(desk.Now, Desk.Call("b"), "sales")).Pass(60).HangsUp("b");

        var queue = Figures(desk, Subject.Queue);
        queue.Should().Contain(Of(("offered", 3), ("askedForCallback", 1), ("abandoned", 1), ("averageAbandonedWait", 60)));
        queue.Should().NotContainKeys(["callbacks", "callbacksCancelled", "callbacksWithdrawn", "callbacksPending"], "nothing was promised");
        Figures(desk, Subject.Line).Should().Contain(Of(("calls", 2), ("abandoned", 1))).And.NotContainKey("askedForCallback");
    }

    [Fact]
    public void A_customer_who_is_had_the_second_time_is_two_attempts_and_one_conversation_of_the_operator()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Wishes();
        var asked = desk.Now;
        desk.Pass(3).Answers("anna").Pass(30).CustomerFails(OfferOutcome.NoAnswer).Pass(301).Answers("anna").Pass(6).CustomerAnswers().Connects("anna");
        var wait = (desk.Now - asked).TotalSeconds;
        desk.Pass(20).Ends(desk.OfferOf("anna").Call);

        var queue = Figures(desk, Subject.Queue);
        queue.Should().Contain(Of(("callbacks", 1), ("calledBack", 1), ("callbackAttempts", 2), ("averageCallbackWait", Math.Round(wait, 3)), ("conversations", 1), ("talkSeconds", 20)));
        queue.Should().NotContainKeys(["offered", "answered", "failed", "callbacksPending", "serviceLevel"], "nobody waited on the line");
        Figures(desk, Subject.Operator).Should().Contain(Of(("calledBack", 1), ("callbackAttempts", 2), ("conversations", 1)));
        Figures(desk, Subject.Line).Should().NotContainKeys("calls", "answered", "failed");
    }

    [Fact]
    public void After_the_conversation_it_is_a_call_like_all_others()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Wishes();
        var call = desk.Request().Call;
        desk.Pass(3).Answers("anna").CustomerAnswers().Connects("anna").Pass(20);
        desk.Do(new Event.TransferAsked(desk.Now, call, TransferKind.Queue, "sales")).Do(new Event.CallArrived(desk.Now, call, "", "", "1000", desk.Now)).Pass(9).Ends(call);

        Figures(desk, Subject.Queue).Should().Contain(Of(("callbacks", 1), ("calledBack", 1), ("offered", 1), ("abandoned", 1), ("averageAbandonedWait", 9)));
    }

    [Fact]
    public void Who_rings_again_comes_in_person()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Joins("busy").Talks("anna").Wishes().Joins("b", CallbackDesk.Number, null);

        Figures(desk, Subject.Queue).Should().Contain(Of(("callbacks", 1), ("callbacksInPerson", 1), ("offered", 2), ("waiting", 1))).And.NotContainKey("callbacksPending");
    }

    [Fact]
    public void What_comes_of_the_others_is_told_apart()
    {
        var desk = CallbackDesk.Open(CallbackDesk.Usual with { Attempts = 1 }, "anna").Wishes("5550001").Answers("anna").CustomerFails(OfferOutcome.Busy);
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna")).Wishes("5550002").Wishes("5550003").Wishes("5550004");
        desk.Do(new Event.CallbackCancelled(desk.Now, desk.Request("5550002").Call, CallbackEnd.Cancelled, "vera"));
        desk.Do(new Event.CallbackCancelled(desk.Now, desk.Request("5550003").Call, CallbackEnd.Cancelled));
        desk.Pass(CallbackDesk.Usual.Expiry.TotalSeconds + 1).Wishes("5550005");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Queues = [Desk.Sales] }));

        Figures(desk, Subject.Queue).Should().Contain(Of(
            ("callbacks", 5), ("callbacksUsedUp", 1), ("callbacksCancelled", 2), ("callbacksExpired", 1), ("callbacksWithdrawn", 1), ("callbackAttempts", 1)))
            .And.NotContainKeys("calledBack", "callbacksPending", "averageCallbackWait", "failed");
    }

    [Fact]
    public void Who_answers_and_does_not_wait_is_no_abandoned_caller()
    {
        var desk = CallbackDesk.Open(CallbackOrder.AgentFirst, "anna").Wishes();
        var call = desk.Request().Call;
        desk.Pass(3).Answers("anna").CustomerAnswers().Ends(call);

        Figures(desk, Subject.Queue).Should().Contain(Of(("callbacks", 1), ("callbacksLeft", 1), ("callbackAttempts", 1))).And.NotContainKeys("abandoned", "offered", "failed");
    }

    /// <summary>Anna talks with one whom she had within the time of the service level.</summary>
    static Desk Busy()
    {
        var queue = Desk.Sales with { Callback = CallbackDesk.Usual, ExitKeys = [new('1', new NextStep.Named("callback"))] };
        return new Desk(CallbackDesk.With(queue, "anna") with { Steps = ["callback"] }).Joins("a").Pass(1).Talks("anna");
    }

    static void LeavesByKey(Desk desk, string caller) => desk.Do(new Event.KeyPressed(desk.Now, Desk.Call(caller), '1'));

    static Dictionary<string, double> Of(params (string Name, double Value)[] figures) => figures.ToDictionary(figure => figure.Name, figure => figure.Value);

    static Dictionary<string, double> Figures(Desk desk, Subject subject)
    {
        var query = Counting.Query(subject, Desk.Opening, Desk.Opening.AddHours(4));
        return Counting.Of(desk.Moments).Report(query).Total.Figures(query);
    }
}

using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Tests.Distribution;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

public sealed class Calling_back_customer_first
{
    [Fact]
    public void An_agent_is_kept_free_and_rung_when_the_customer_is_there()
    {
        var desk = Open("anna").Wishes();
        desk.Effects.Should().NotContain(effect => effect is Effect.Ring);
        desk.OfferOf("anna").State.Should().Be(OfferState.Reserved);
        desk.Dialled().Should().ContainSingle();
        desk.Pass(8).CustomerAnswers();
        desk.Effects.OfType<Effect.Ring>().Single().Dial.Destination.Should().Be("user/anna");
        desk.Effects.OfType<Effect.Receive>().Single().Call.Should().Be(desk.OfferOf("anna").Call, "the customer hears what all callers hear");
        desk.State.Callbacks.Should().BeEmpty();
        desk.Pass(2).Talks("anna");
        desk.Ends(desk.OfferOf("anna").Call);
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Callback == CallbackEnd.Done && entry.Agent == "anna");
    }

    [Fact]
    public void No_more_customers_are_called_than_agents_are_kept_free()
    {
        var desk = Open("anna", "boris").Wishes("5550001").Wishes("5550002").Wishes("5550003");
        desk.Dialled().Select(dial => dial.Destination).Should().Equal("sofia/gateway/out/5550001", "sofia/gateway/out/5550002");
        desk.Joins("live").Caller("live").State.Should().Be(new CallerState.Waiting(null), "both are kept free");
        desk.Do(new Event.OfferFailed(desk.Now, desk.State.Guests.Values.First().Number, OfferOutcome.Busy));
        desk.Dialled().Should().HaveCount(3, "the freed one calls the next");
    }

    [Theory]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Busy)]
    [InlineData(OfferOutcome.Rejected)]
    public void When_the_customer_cannot_be_had_the_agent_has_not_even_been_rung(OfferOutcome outcome)
    {
        var desk = Open("anna").Wishes();
        var idle = ((AgentState.Offered)desk.Agent("anna")).IdleSince;
        desk.Pass(9).CustomerFails(outcome).Agent("anna").Should().Be(new AgentState.Ready(idle));
        desk.Effects.Should().NotContain(effect => effect is Effect.HangUp);
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Rest == CallbackRest.Pause && shown.Attempts == 1);
    }

    [Fact]
    public void An_agent_who_rejects_leaves_the_customer_the_first_in_the_queue()
    {
        var desk = Open("anna", "boris").Wishes().CustomerAnswers();
        var call = desk.OfferOf("anna").Call;
        desk.Joins("live").CallerOf("boris").Should().Be("live");
        desk.Fails("anna", OfferOutcome.Rejected);
        desk.State.PositionOf(call).Should().Be(1);
        desk.Answers("boris").OfferOf("boris").Call.Should().Be(call, "whoever answers gets the first");
    }

    [Fact]
    public void With_nobody_left_the_customer_waits_as_any_caller()
    {
        var desk = Open("anna").Wishes().CustomerAnswers();
        var call = desk.OfferOf("anna").Call;
        desk.Fails("anna", OfferOutcome.NoAnswer);
        desk.State.Callers[call].State.Should().Be(new CallerState.Waiting(null));
        desk.Pass(10).Ends(call);
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.Result == CallResult.Abandoned && entry.Callback == CallbackEnd.LeftAfterAnswer);
    }

    [Fact]
    public void An_agent_who_leaves_while_kept_free_stops_the_call()
    {
        var desk = Open("anna").Wishes();
        desk.Do(new Event.AgentSignedOut(desk.Now, "anna"));
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
        desk.Shown().Rest.Should().Be(CallbackRest.Pause);
    }

    [Fact]
    public void An_agent_not_to_be_disturbed_is_not_rung_though_kept_free()
    {
        var desk = Open("anna").Wishes();
        desk.Do(new Event.DoNotDisturbAsked(desk.Now, "anna", true));
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.State.Offers.Should().BeEmpty();
    }

    [Fact]
    public void An_agent_kept_free_who_is_in_another_call_is_not_rung_and_the_next_is()
    {
        var desk = Open("anna", "boris").Wishes();
        desk.Do(new Event.OutsideCallBegan(desk.Now, "anna", Desk.Node)).CustomerAnswers();
        desk.Effects.OfType<Effect.Ring>().Single().Dial.Destination.Should().Be("user/boris");
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_break_asked_for_while_kept_free_begins_when_the_customer_cannot_be_had()
    {
        var desk = Open("anna").Wishes();
        desk.Do(new Event.AgentTookBreak(desk.Now, "anna", "break")).CustomerFails(OfferOutcome.NoAnswer).Agent("anna").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void A_customer_the_switch_has_lost_is_called_again()
    {
        var desk = Open("anna").Wishes().CustomerAnswers();
        desk.Ends(desk.OfferOf("anna").Call, HungUpBy.Unknown);
        desk.Shown().Should().Match<PendingCallback>(shown => shown.Attempts == 1 && shown.Rest == CallbackRest.Pause);
        desk.Effects.OfType<Effect.Withdraw>().Should().ContainSingle();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Pass(300).CustomerAnswers().Talks("anna").State.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public void A_customer_who_hangs_up_while_the_agent_is_rung_is_not_called_again()
    {
        var desk = Open("anna").Wishes().CustomerAnswers();
        desk.Ends(desk.OfferOf("anna").Call);
        desk.State.Callbacks.Should().BeEmpty();
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_customer_who_has_answered_does_not_wait_for_another_to_be_called()
    {
        var desk = Open("anna").Wishes("5550001");
        desk.Do(new Event.CallbackAsked(desk.Now, new CallbackWish("sales", "5550002") { Priority = TimeSpan.FromMinutes(10) }));
        desk.CustomerAnswers().Answers("anna").OfferOf("anna").Should().Match<Offer>(offer => offer.State == OfferState.Connecting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_agent_who_is_free_at_once_is_kept_for_no_customer_before_the_caller_just_left_has_the_place(bool transferred)
    {
        var quick = Desk.Sales with { WrapUp = TimeSpan.Zero, Callback = CallbackDesk.Usual with { Order = CallbackOrder.CustomerFirst } };
        var caller = Desk.Call("caller");
        var desk = new Desk(CallbackDesk.With(quick, "anna")).Joins("caller").Talks("anna").Wishes().Asks(at => new Event.HoldAsked(at, caller)).Arrives("caller");
        desk = transferred ? desk.Transfers(TransferKind.Queue, "sales") : desk.AgentHangsUp("anna");
        desk.CallerOf("anna").Should().Be("caller", "who has waited longer than the customer");
        desk.Dialled().Should().BeEmpty();
    }

    static Desk Open(params string[] agents) => CallbackDesk.Open(CallbackOrder.CustomerFirst, agents);
}

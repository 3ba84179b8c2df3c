using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Whoever_answers_gets_the_first
{
    [Fact]
    public void The_two_phones_exchange_their_callers()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second");
        desk.Answers("boris");
        desk.Effects.OfType<Effect.Connect>().Single().Call.Should().Be(Desk.Call("first"));
        desk.CallerOf("boris").Should().Be("first");
        desk.CallerOf("anna").Should().Be("second");
        desk.Answers("anna").Effects.OfType<Effect.Connect>().Single().Call.Should().Be(Desk.Call("second"));
    }

    [Fact]
    public void Even_when_no_phone_rings_for_the_first()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second");
        desk.Fails("anna", OfferOutcome.Rejected);
        desk.CallerOf("anna").Should().BeNull();
        desk.Answers("boris").CallerOf("boris").Should().Be("first");
        desk.Caller("second").State.Should().Be(new CallerState.Waiting(null));
    }

    [Fact]
    public void A_caller_out_of_sight_is_passed_over_and_keeps_the_place()
    {
        var desk = new Desk("anna", "boris").Joins("first").Joins("second");
        desk.IsLost("first").Answers("boris");
        desk.CallerOf("boris").Should().Be("second");
        desk.Position("first").Should().Be(1);
    }

    [Fact]
    public void An_answer_when_nobody_waits_any_more_hangs_up_the_leg()
    {
        var desk = new Desk("anna").Joins("only");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone"));
        var leg = desk.OfferOf("anna").Leg;
        desk.Answers("anna").Effects.OfType<Effect.HangUp>().Single().Call.Should().Be(leg);
        desk.Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.Caller("only").State.Should().Be(new CallerState.Waiting(null));
    }

    [Fact]
    public void An_answer_to_an_offer_long_gone_changes_nothing_and_is_counted()
    {
        var desk = new Desk("anna").Joins("caller");
        var before = desk.State;
        desk.Do(new Event.OfferAnswered(desk.Now, 4711)).Effects.Should().BeEmpty();
        desk.State.Should().Be(before with { Number = before.Number + 1, Ignored = before.Ignored + 1 });
    }

    [Fact]
    public void A_second_answer_to_the_same_offer_is_ignored()
    {
        var desk = new Desk("anna").Joins("caller").Answers("anna").Answers("anna");
        desk.State.Ignored.Should().Be(1);
        desk.Effects.Should().BeEmpty();
    }
}

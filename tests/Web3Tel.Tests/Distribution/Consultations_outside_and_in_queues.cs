using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>Whom an agent can ask beside another agent known by name.</summary>
public sealed class Consultations_outside_and_in_queues
{
    static readonly CallRef Caller = Desk.Call("caller");

    [Fact]
    public void A_number_outside_is_asked_and_then_has_the_caller_to_the_end()
    {
        var desk = AsksNumber();
        desk.Guest().Should().Match<Guest>(guest => guest.To == "5551" && guest.Agent == null && guest.Purpose == GuestPurpose.Consult);
        desk.AllEffects.OfType<Effect.Invite>().Single().Dial.Destination.Should().Be("sofia/gateway/out/5551");
        desk.GuestAnswers().Effects.OfType<Effect.Consult>().Single().AgentLeg.Should().Be(desk.OfferOf("anna").Leg);
        desk.Joined().Guest().State.Should().Be(GuestState.Consulting);
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.Pass(20).Do(new Event.ConsultCompleted(desk.Now, Caller, "anna")).GuestConnects();
        desk.Caller("caller").State.Should().BeOfType<CallerState.Outside>();
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Pass(40).GuestHangsUp().Effects.OfType<Effect.HangUp>().Should().Contain(end => end.Call == Caller);
        desk.HangsUp("caller");
        var entry = desk.History.First(ended => ended.Id == "caller");
        (entry.Result, entry.Agent, entry.TalkedSeconds).Should().Be((CallResult.Answered, "anna", 60));
        entry.Journey.Select(step => $"{step.What} {step.Detail}").Should().ContainInOrder("Held ", "Consulted Number: 5551", "Connected 5551");
        (desk.State.Guests.Count, desk.State.Offers.Count, desk.State.Legs.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public void The_number_asked_is_followed_again_after_an_outage_of_the_line_to_the_switch()
    {
        var desk = AsksNumber().GuestAnswers().Joined().Pass(20);
        var (anna, number) = (desk.OfferOf("anna").Leg, desk.Guest().Leg);
        desk.Do(new Event.NodeLost(desk.Now, number.Node, "gone")).Pass(3).Survey(Desk.Live(anna, number), Desk.Live(number, anna), Desk.Live(Caller));
        desk.Effects.OfType<Effect.Follow>().Should().Contain(follow => follow.IsLeg && follow.Call.Ref == number, "its end must be heard");
        desk.Guest().State.Should().Be(GuestState.Consulting);
    }

    [Fact]
    public void A_number_that_does_not_answer_or_hangs_up_or_is_let_go_gives_the_caller_back()
    {
        foreach (var end in (Func<Desk, Desk>[])[
            desk => desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.NoAnswer)),
            desk => desk.GuestAnswers().Joined().GuestHangsUp(),
            desk => desk.GuestAnswers().Joined().Do(new Event.ConsultCancelled(desk.Now, Caller, "anna")),
            desk => desk.Do(new Event.ConsultCancelled(desk.Now, Caller, "anna"))])
        {
            var desk = end(AsksNumber()).Pass(1);
            desk.State.Guests.Should().BeEmpty();
            desk.OfferOf("anna").State.Should().Be(OfferState.Resuming);
            desk.Connects("anna").Caller("caller").State.Should().BeOfType<CallerState.Talking>();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_caller_who_hangs_up_while_a_number_is_asked_leaves_nobody_on_the_line(bool answered)
    {
        var desk = AsksNumber();
        var (agent, guest) = (desk.OfferOf("anna").Leg, desk.Guest());
        desk = answered ? desk.GuestAnswers().Joined() : desk;
        desk.HangsUp("caller").Effects.Should().Contain(new Effect.HangUp(agent, HangupCause.NormalClearing))
            .And.Contain(answered ? new Effect.HangUp(guest.Leg, HangupCause.NormalClearing) : new Effect.Withdraw(guest.Number));
        desk.State.Guests.Should().BeEmpty();
    }

    [Fact]
    public void Of_a_queue_whoever_is_free_and_next_by_its_strategy_is_asked_and_then_has_the_caller()
    {
        var desk = Talking(Strategy.TopDown).Asks(Billing).Arrives("caller");
        desk.Guest().Should().Match<Guest>(guest => guest.Agent == "vera" && guest.To == "vera", "hers is the first position");
        desk.GuestAnswers().Joined().Do(new Event.ConsultCompleted(desk.Now, Caller, "anna")).GuestConnects();
        desk.CallerOf("vera").Should().Be("caller");
        desk.Caller("caller").Journey.Should().Contain(step => step.What == JourneyEvent.Consulted && step.Detail == "Queue: billing");
    }

    [Fact]
    public void One_of_a_queue_who_does_not_answer_gives_the_caller_back_and_the_next_one_can_be_asked()
    {
        var desk = Talking(Strategy.TopDown).Asks(Billing).Arrives("caller");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.NoAnswer)).Pass(1).Connects("anna");
        desk.Asks(Billing).Guest().Agent.Should().Be("boris");
    }

    [Fact]
    public void A_queue_where_nobody_is_free_is_not_asked_and_the_answer_says_what_to_do()
    {
        var desk = Talking(Strategy.TopDown);
        foreach (var agent in (string[])["vera", "boris"])
        {
            desk.Do(new Event.AgentSignedOut(desk.Now, agent));
        }

        TalkCommand.Refusal(desk.State, (Event.ITalkCommand)Billing(desk.Now)).Should()
            .Be("Nobody in billing is free to be asked: transfer the caller there unasked, with the time waited, or ask again later.");
        TalkCommand.Refusal(desk.State, new Event.ConsultAsked(desk.Now, Caller, TransferKind.Queue, "nowhere")).Should().Be("There is no queue 'nowhere'.");
        desk.Asks(Billing).OfferOf("anna").State.Should().Be(OfferState.Talking);
    }

    static Event Billing(DateTimeOffset at) => new Event.ConsultAsked(at, Caller, TransferKind.Queue, "billing", "anna");

    static Desk Talking(Strategy strategy) => new Desk(new Configuration
    {
        Queues = [Desk.Sales, new QueueSettings { Name = "billing", Strategy = strategy }],
        Agents =
        [
            Desk.Serving("anna", "sales"),
            Desk.Serving("boris", "billing") with { Tiers = [new Tier("billing", Position: 2)] },
            Desk.Serving("vera", "billing") with { Tiers = [new Tier("billing", Position: 1)] },
        ],
    }).Joins("caller").Talks("anna");

    static Desk AsksNumber() => TalkingDesk.Open().Joins("caller").Talks("anna")
        .Asks(at => new Event.ConsultAsked(at, Caller, TransferKind.Number, "5551", "anna")).Arrives("caller");
}

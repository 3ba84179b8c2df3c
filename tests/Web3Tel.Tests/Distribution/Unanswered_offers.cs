using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Distribution;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Unanswered_offers
{
    [Fact]
    public void Too_many_in_a_row_put_the_agent_on_break_and_the_supervisor_is_told()
    {
        var desk = Patient(2).Joins("caller").Fails("anna", OfferOutcome.NoAnswer);
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
        desk.Pass(30).Fails("anna", OfferOutcome.NoAnswer);
        desk.Agent("anna").Should().BeOfType<AgentState.Break>().Which.Reason.Should().Be(BreakReason.NoAnswer);
        desk.State.Agents["anna"].Notice.Should().Be(new Notice(desk.Now, NoticeKind.Unanswered, "2"));
        desk.Pass(60).CallerOf("anna").Should().BeNull();
        desk.Do(new Event.AgentReady(desk.Now, "anna")).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void An_offer_of_which_nothing_is_heard_counts_too()
    {
        var desk = Patient(1).Joins("caller").Pass(30);
        desk.Agent("anna").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void An_answer_ends_the_row()
    {
        var desk = Patient(2).Joins("caller").Fails("anna", OfferOutcome.NoAnswer).Pass(30).Talks("anna");
        desk.HangsUp("caller").Pass(10).Joins("next").Fails("anna", OfferOutcome.NoAnswer);
        desk.Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void An_answer_that_leads_to_a_whisper_ends_the_row_too()
    {
        var desk = Patient(2, Desk.Sales with { Whisper = "tone" }).Joins("caller").Fails("anna", OfferOutcome.NoAnswer).Pass(30).Answers("anna");
        desk.State.Agents["anna"].Unanswered.Should().Be(0);
    }

    [Fact]
    public void A_rejection_ends_the_row()
    {
        var desk = Patient(2).Joins("caller").Fails("anna", OfferOutcome.NoAnswer).Pass(30).Fails("anna", OfferOutcome.Rejected);
        desk.Pass(10).Fails("anna", OfferOutcome.NoAnswer).Agent("anna").Should().BeOfType<AgentState.Resting>();
    }

    [Fact]
    public void Without_a_limit_nobody_is_put_on_break()
    {
        var desk = new Desk("anna").Joins("caller");
        for (var i = 0; i < 20; i++)
        {
            desk.Fails("anna", OfferOutcome.NoAnswer).Pass(30);
        }

        desk.CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void Who_rejected_is_not_rung_again_before_the_rest_is_over()
    {
        // Known of others: the phone of the agent who rejected rings again at once.
        var desk = new Desk("anna").Joins("caller").Fails("anna", OfferOutcome.Rejected);
        desk.Joins("another").Pass(9.9).CallerOf("anna").Should().BeNull();
        desk.Pass(0.1).CallerOf("anna").Should().Be("caller");
    }

    static Desk Patient(int most, QueueSettings? queue = null) => new(new Configuration
    {
        Queues = [queue ?? Desk.Sales],
        Agents = [Desk.Serving("anna", "sales")],
        MostUnanswered = most,
    });
}

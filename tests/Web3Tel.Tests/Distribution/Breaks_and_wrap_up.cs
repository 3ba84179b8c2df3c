using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Breaks_and_wrap_up
{
    [Fact]
    public void Who_is_on_break_is_not_offered_calls_until_ready()
    {
        var desk = Working("anna").Break("anna");
        desk.Agent("anna").Should().Be(new AgentState.Break(desk.Now, desk.Now.AddHours(4), "lunch"));
        desk.Joins("caller").CallerOf("anna").Should().BeNull();
        desk.Do(new Event.AgentReady(desk.Now, "anna")).CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_break_asked_for_in_a_conversation_begins_after_the_wrap_up()
    {
        var desk = Working("anna").Joins("caller").Talks("anna").Break("anna");
        desk.Agent("anna").Should().BeOfType<AgentState.Talking>();
        desk.State.Agents["anna"].PendingBreak.Should().Be("lunch");
        desk.HangsUp("caller").Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Joins("next").Pass(10).Agent("anna").Should().BeOfType<AgentState.Break>();
        desk.State.Agents["anna"].PendingBreak.Should().BeNull();
        desk.CallerOf("anna").Should().BeNull();
    }

    [Theory]
    [InlineData(OfferOutcome.Rejected)]
    [InlineData(OfferOutcome.NoAnswer)]
    [InlineData(OfferOutcome.Unreachable)]
    public void A_break_asked_for_while_the_phone_rings_begins_when_the_offer_fails(OfferOutcome outcome)
    {
        var desk = Working("anna").Joins("caller").Break("anna");
        desk.Fails("anna", outcome).Agent("anna").Should().BeOfType<AgentState.Break>();
    }

    [Fact]
    public void A_break_not_begun_yet_can_be_taken_back()
    {
        var desk = Working("anna").Joins("caller").Talks("anna").Break("anna").Do(new Event.AgentReady(Desk.Opening, "anna"));
        desk.HangsUp("caller").Pass(10).Agent("anna").Should().BeOfType<AgentState.Ready>();
    }

    [Fact]
    public void A_forgotten_break_ends_with_the_agent_signed_out_and_says_why()
    {
        var desk = Working("anna").Break("anna").Pass(4 * 3600);
        desk.Agent("anna").Should().Be(new AgentState.SignedOut(desk.Now));
        desk.State.Agents["anna"].Notice.Should().Be(new Notice(desk.Now, NoticeKind.BreakTooLong, "lunch"));
        desk.State.Deadlines.Should().BeEmpty();
        desk.Do(new Event.AgentSignedIn(desk.Now, "anna")).State.Agents["anna"].Notice.Should().BeNull();
        desk.Joins("caller").CallerOf("anna").Should().Be("caller");
    }

    [Fact]
    public void A_break_that_is_not_configured_is_refused()
    {
        var desk = Working("anna");
        var command = new Event.AgentTookBreak(desk.Now, "anna", "siesta");
        AgentCommand.Refusal(desk.State, command).Should().Be("There is no break 'siesta': give one of lunch.");
        desk.Do(command).Agent("anna").Should().BeOfType<AgentState.Ready>();
        desk.State.Ignored.Should().Be(1);
    }

    [Fact]
    public void A_reload_of_the_settings_does_not_end_a_break()
    {
        var desk = Working("anna").Break("anna");
        var before = desk.State.Agents["anna"];
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { BreakReasons = [] }));
        desk.State.Agents["anna"].Should().Be(before);
    }

    [Fact]
    public void An_agent_who_is_no_longer_named_leaves_from_the_break()
    {
        var desk = Working("anna").Break("anna");
        desk.Do(new Event.Configured(desk.Now, desk.State.Configuration with { Agents = [] })).State.Agents.Should().BeEmpty();
    }

    [Fact]
    public void Wrap_up_is_kept_across_queues()
    {
        // Known of others: an agent of two queues is offered the second queue's caller while in wrap-up for the first's.
        var desk = new Desk(new Configuration
        {
            Queues = [Desk.Sales, new QueueSettings { Name = "service", WrapUp = TimeSpan.Zero }],
            Agents = [Desk.Serving("anna", "sales", "service")],
        });
        desk.Joins("caller").Talks("anna").Joins("other", "service").HangsUp("caller");
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>();
        desk.Pass(9.999).CallerOf("anna").Should().BeNull();
        desk.Pass(0.001).CallerOf("anna").Should().Be("other");
    }

    [Fact]
    public void Wrap_up_is_extended_up_to_the_longest_and_ended_early_by_the_agent()
    {
        var desk = Working("anna").Joins("caller").Talks("anna").HangsUp("caller").Joins("next");
        var begun = desk.Agent("anna").Since;
        desk.Do(new Event.WrapUpExtended(desk.Now, "anna", TimeSpan.FromSeconds(30))).Pass(39).CallerOf("anna").Should().BeNull();
        desk.Do(new Event.WrapUpExtended(desk.Now, "anna", TimeSpan.MaxValue));
        desk.Agent("anna").Should().BeOfType<AgentState.WrapUp>().Which.Until.Should().Be(begun.AddMinutes(30));
        AgentCommand.Refusal(desk.State, new Event.WrapUpExtended(desk.Now, "anna", TimeSpan.FromSeconds(1))).Should().Contain("as long as any may");
        desk.Do(new Event.WrapUpEnded(desk.Now, "anna")).CallerOf("anna").Should().Be("next");
        desk.State.InWrapUp.Should().BeEmpty();
    }

    [Fact]
    public void Who_could_not_be_joined_is_offered_calls_again_soon()
    {
        var desk = Working("anna").Joins("caller").Answers("anna").FailsToConnect("anna", ReplyOutcome.Refused);
        desk.Agent("anna").Should().Be(new AgentState.Resting(desk.Now, desk.Now.AddSeconds(5), RestReason.ConnectFailed));
    }

    [Theory]
    [InlineData(EndedState.WrapUp, EndingWhy.TimeOver)]
    [InlineData(EndedState.WrapUp, EndingWhy.Asked)]
    [InlineData(EndedState.WrapUp, EndingWhy.Forced)]
    [InlineData(EndedState.Rest, EndingWhy.TimeOver)]
    [InlineData(EndedState.Rest, EndingWhy.Asked)]
    [InlineData(EndedState.Rest, EndingWhy.Forced)]
    [InlineData(EndedState.Break, EndingWhy.TimeOver)]
    [InlineData(EndedState.Break, EndingWhy.Asked)]
    [InlineData(EndedState.Break, EndingWhy.Forced)]
    public void Whatever_ends_tells_why(EndedState what, EndingWhy why)
    {
        var desk = Working("anna").Joins("caller");
        desk = what switch
        {
            EndedState.WrapUp => desk.Talks("anna").HangsUp("caller"),
            EndedState.Rest => desk.Fails("anna", OfferOutcome.Rejected).HangsUp("caller"),
            _ => desk.HangsUp("caller").Break("anna"),
        };
        desk.State.Agents["anna"].Ended.Should().BeNull();
        desk = why switch
        {
            EndingWhy.TimeOver => desk.Pass(4 * 3600),
            EndingWhy.Forced => desk.Do(new Event.AgentForced(desk.Now, "anna", ForcedState.Ready, "olga", "shift")),
            _ when what == EndedState.WrapUp => desk.Do(new Event.WrapUpEnded(desk.Now, "anna")),
            _ => desk.Do(new Event.AgentReady(desk.Now, "anna")),
        };
        var ended = OnDisk.Restored(desk.State).Agents["anna"].Ended!;
        (ended.What, ended.Why).Should().Be((what, why));
        ended.At.Should().Be(desk.Moments[^1].At);
    }

    [Fact]
    public void A_break_that_ends_with_a_do_not_disturb_that_was_too_long_does_not_say_that_its_own_time_is_up()
    {
        var desk = Working("anna").Do(new Event.DoNotDisturbAsked(Desk.Opening, "anna", true)).Pass(3600).Break("anna").Pass(3 * 3600);
        desk.Agent("anna").Should().BeOfType<AgentState.SignedOut>();
        desk.State.Agents["anna"].Ended.Should().Be(new Ending(desk.Now, EndedState.Break, EndingWhy.SignedOut));
    }

    [Fact]
    public void The_callers_journey_tells_why_the_wrap_up_ended()
    {
        var desk = Working("anna").Joins("caller").Talks("anna").HangsUp("caller").Pass(10);
        desk.History.Last().Journey[^1].Should().Be(new JourneyStep(desk.Now, JourneyEvent.WrapUpEnded, "anna", "TimeOver"));
    }

    static Desk Working(params string[] agents) => new(new Configuration
    {
        Queues = [Desk.Sales],
        Agents = [.. agents.Select(id => Desk.Serving(id, "sales"))],
        BreakReasons = [new BreakReason("lunch", "Lunch")],
    });
}

using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.History;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

public sealed class SpineTests : IDisposable
{
    readonly Spine spine = new();

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void A_caller_hears_the_greeting_waits_talks_and_stands_in_the_history()
    {
        spine.Operator(1).Answers(after: 2.Seconds());
        var caller = spine.Caller(1).Talks(30.Seconds());

        spine.Run(60);

        caller.HasTalked.Should().BeTrue();
        var entry = spine.History.Should().ContainSingle().Subject;
        entry.Result.Should().Be(CallResult.Answered);
        entry.Agent.Should().Be("op1");
        entry.Number.Should().Be("+79160000001");
        entry.TalkedSeconds.Should().BeApproximately(30, 0.5);
        entry.Recording.Should().StartWith("2026/11/24/");
        entry.HungUpBy.Should().Be(EndedBy.Caller);
    }

    [Fact]
    public void A_caller_who_hangs_up_in_the_greeting_was_in_no_queue()
    {
        var caller = spine.Caller(1);
        spine.Run(0.5);
        caller.HangsUp();

        spine.Run(10);

        var entry = spine.History.Should().ContainSingle().Subject;
        (entry.Result, entry.HungUpBy).Should().Be((CallResult.NotQueued, EndedBy.Caller));
        entry.Journey.Should().NotContain(step => step.What == JourneyEvent.Joined);
    }

    [Fact]
    public void Callers_are_served_in_the_order_in_which_they_joined()
    {
        spine.Operator(1).Answers(after: 1.Seconds()).Talks(10.Seconds());
        spine.Operator(2).Unregisters();
        for (var i = 1; i <= 5; i++)
        {
            spine.Caller(i);
            spine.Run(0.2);
        }

        spine.Run(200);

        spine.History.OrderBy(entry => entry.Answered).Select(entry => entry.Name)
            .Should().Equal("Caller 1", "Caller 2", "Caller 3", "Caller 4", "Caller 5");
    }

    [Fact]
    public void An_operator_who_rejects_does_not_cost_the_caller_the_place()
    {
        spine.Operator(1).Rejects(after: 1.Seconds());
        spine.Operator(2).Answers(after: 1.Seconds()).Talks(5.Seconds());
        var caller = spine.Caller(1);

        spine.Run(30);

        caller.HasTalked.Should().BeTrue();
        spine.History.Should().ContainSingle().Which.Agent.Should().Be("op2");
    }

    [Fact]
    public void An_operator_who_hangs_up_at_the_very_answer_does_not_cost_the_caller_the_place()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Answers(after: 1.Seconds());
        var caller = spine.Caller(1);
        while (spine.Operator(1).Taken == 0)
        {
            spine.Run(0.001);
        }

        spine.Operator(1).HangsUp();
        spine.Run(20);

        caller.IsTalking.Should().BeTrue();
        spine.Operator(2).IsTalking.Should().BeTrue();
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(3.1)]
    [InlineData(4)]
    [InlineData(5.03)]
    [InlineData(8)]
    public void A_caller_may_hang_up_at_any_moment_and_the_operator_is_free_again(double after)
    {
        spine.Operator(1).Answers(after: 2.Seconds());
        spine.Operator(2).Unregisters();
        var impatient = spine.Caller(1).HangsUpAfter(TimeSpan.FromSeconds(after));
        spine.Run(60);
        impatient.IsOver.Should().BeTrue();
        spine.FreeSwitch.CallCount.Should().Be(0);

        var next = spine.Caller(2).Talks(5.Seconds());
        spine.Run(60);

        next.HasTalked.Should().BeTrue();
        spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Fact]
    public void Waiting_callers_and_conversations_outlive_the_service_and_are_served_in_order()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Unregisters();
        var talking = spine.Caller(1).Talks(60.Seconds());
        spine.Run(10);
        talking.IsTalking.Should().BeTrue();
        var waiting = Enumerable.Range(2, 20).Select(i =>
        {
            var caller = spine.Caller(i).Talks(5.Seconds());
            spine.Run(0.1);
            return caller;
        }).ToList();
        spine.Run(5);

        spine.Kill().Run(20);
        talking.IsTalking.Should().BeTrue("a conversation does not need the service");
        waiting.Should().AllSatisfy(caller => caller.IsOver.Should().BeFalse());
        spine.Live().Run(600);

        waiting.Should().AllSatisfy(caller => caller.HasTalked.Should().BeTrue());
        spine.History.OrderBy(entry => entry.Answered).Select(entry => entry.Name)
            .Should().Equal(Enumerable.Range(1, 21).Select(i => $"Caller {i}"));
        spine.Operator(1).Conversations.Should().Be(21);
        spine.FreeSwitch.CallCount.Should().Be(0);
    }

    [Fact]
    public void A_conversation_that_ended_while_the_service_was_away_frees_its_operator()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Operator(2).Unregisters();
        spine.Caller(1).Talks(10.Seconds());
        spine.Run(10);

        spine.Kill().Run(30).Live().Run(10);

        spine.Center.Current.Callers.Should().BeEmpty();
        spine.History.Should().ContainSingle();
        spine.Caller(2).Talks(1.Seconds());
        spine.Run(30);
        spine.History.Should().HaveCount(2);
    }

    [Fact]
    public void The_call_center_goes_on_after_FreeSWITCH_has_died()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        spine.Caller(1);
        spine.Caller(2);
        spine.Run(10);

        spine.FreeSwitch.Crash();
        spine.Run(90);

        spine.Center.Current.Callers.Should().BeEmpty();
        spine.Caller(3).Talks(5.Seconds());
        spine.Run(60);
        spine.History.Should().HaveCount(3);
        spine.History.Single(entry => entry.Name == "Caller 3").Result.Should().Be(CallResult.Answered);
    }
}

using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Agents;
using Web3Tel.EventSocket.Messages;
using Web3Tel.History;
using Web3Tel.Queues;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Several phones for one caller over the wire.</summary>
public sealed class RingingAllTests : IDisposable
{
    readonly Spine spine = new(operators: 5, queues: queue => queue with { Strategy = Strategy.RingAll });

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void The_phones_of_those_who_were_not_the_first_are_told_that_somebody_else_answered()
    {
        spine.Operator(3).Answers(after: 3.Seconds());
        foreach (var number in new[] { 1, 2, 4, 5 })
        {
            spine.Operator(number).NeverAnswers();
        }

        var causes = new List<string?>();
        using var listening = spine.Heard.Subscribe(message => causes.Add(message.EventName == EventName.ChannelHangupComplete ? message["Hangup-Cause"] : null));
        var caller = spine.Caller(1).Talks(30.Seconds());
        spine.Run(8);

        caller.IsTalking.Should().BeTrue();
        causes.OfType<string>().Should().Equal("LOSE_RACE", "LOSE_RACE", "LOSE_RACE", "LOSE_RACE");
        Enumerable.Range(1, 5).Select(number => spine.Operator(number).Rung).Should().AllBeEquivalentTo(1);
        spine.FreeSwitch.CallCount.Should().Be(2);
        spine.Center.Current.Agents.Values.Count(agent => agent.State is AgentState.Ready).Should().Be(4);
    }

    [Fact]
    public void All_answer_in_the_same_moment_and_one_of_them_gets_the_caller()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            spine.Operator(number).Answers(after: 2.Seconds());
        }

        var caller = spine.Caller(1).Talks(10.Seconds());
        spine.Run(60);

        caller.HasTalked.Should().BeTrue();
        spine.History.Should().ContainSingle().Which.TalkedSeconds.Should().BeApproximately(10, 0.5);
        spine.FreeSwitch.CallCount.Should().Be(0);
        spine.Center.Current.Agents.Values.Should().OnlyContain(agent => agent.State is AgentState.Ready);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(3.1)]
    [InlineData(5.03)]
    [InlineData(5.1)]
    public void The_caller_hangs_up_at_any_moment_and_no_phone_goes_on_ringing(double after)
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            spine.Operator(number).Answers(after: 2.Seconds());
        }

        var impatient = spine.Caller(1).HangsUpAfter(TimeSpan.FromSeconds(after));
        spine.Run(60);

        impatient.IsOver.Should().BeTrue();
        spine.FreeSwitch.CallCount.Should().Be(0);
        Enumerable.Range(1, 5).Should().OnlyContain(number => !spine.Operator(number).IsBusy);
        spine.Center.Current.Offers.Should().BeEmpty();
    }

    [Fact]
    public void The_service_dies_while_all_ring_and_serves_the_caller_when_it_is_back()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            spine.Operator(number).Answers(after: 10.Seconds());
        }

        var caller = spine.Caller(1).Talks(5.Seconds());
        spine.Run(8);
        spine.Kill().Run(5).Live().Run(60);

        caller.HasTalked.Should().BeTrue();
        spine.History.Should().ContainSingle().Which.Result.Should().Be(CallResult.Answered);
        spine.FreeSwitch.CallCount.Should().Be(0);
    }
}

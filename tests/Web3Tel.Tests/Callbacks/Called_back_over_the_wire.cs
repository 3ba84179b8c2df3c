using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Callbacks;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Simulator.People;
using Web3Tel.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Tests.Callbacks;

/// <summary>
/// From the key to the conversation on the simulated FreeSWITCH. The one operator talks to the first caller for two minutes; the second presses 1
/// and confirms, and the customer's telephone has the number called from.
/// </summary>
public sealed class Called_back_over_the_wire : IDisposable
{
    static readonly NamedSteps Steps = NamedSteps.None.Add(CallbackFlow.Step, center => CallbackFlow.Offer(center, center, "support"));

    readonly Spine _spine;
    readonly SimulatedCaller _caller;
    readonly SimulatedOperator _telephone;

    public Called_back_over_the_wire()
    {
        _spine = new Spine(
            operators: 1,
            queues: queue => queue with { Callback = new CallbackSettings { Pause = 1.Minutes(), Attempts = 2 }, ExitKeys = [new('1', new NextStep.Named(CallbackFlow.Step))] },
            steps: Steps);
        _spine.Operator(1).Answers(1.Seconds());
        _spine.Caller(1).Talks(2.Minutes());
        _spine.Run(10);
        _caller = _spine.Caller(2);
        _telephone = _spine.FreeSwitch.Operator(_caller.Number).Answers(3.Seconds()).Talks(20.Seconds());
        _spine.Run(10);
    }

    public void Dispose() => _spine.Dispose();

    [Fact]
    public void The_operator_and_the_customer_talk_when_it_is_their_turn()
    {
        Asks();
        _caller.HungUpFirst.Should().BeFalse();
        _caller.IsOver.Should().BeTrue();
        _spine.Run(60);
        _telephone.Rung.Should().Be(0, "the operator is not free yet");
        _spine.Run(120);
        ShouldHaveTalkedOnce();
        Callback().Journey.Select(step => step.What).Should().ContainInOrder(JourneyEvent.AsksForCallback, JourneyEvent.CalledBack, JourneyEvent.Reached, JourneyEvent.Connected);
        _spine.History.Single(call => call.Id == _caller.CallId).Result.Should().Be(CallResult.SentOn);
    }

    [Fact]
    public void A_service_that_dies_after_the_promise_keeps_it_and_calls_once()
    {
        Asks();
        _spine.Kill().Run(20).Live().Run(200);
        ShouldHaveTalkedOnce();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(6)]
    public void A_service_that_dies_in_the_offer_asks_again_and_the_place_is_kept(double after)
    {
        _spine.Run(1);
        _caller.Presses("1");
        _spine.Run(after);
        _spine.Kill().Run(5).Live().Run(5);
        _spine.Center.Current.Pending().Should().BeEmpty("nothing was confirmed");
        _caller.Presses("1");
        _spine.Run(10);
        _spine.Center.Current.Pending().Should().ContainSingle();
        _spine.Run(200);
        ShouldHaveTalkedOnce();
    }

    [Fact]
    public void A_disk_that_takes_nothing_promises_nothing_and_the_caller_has_the_place()
    {
        _spine.DiskIsStuck = true;
        Asks();
        _caller.IsOver.Should().BeFalse();
        _spine.Center.Current.Pending().Should().BeEmpty();
        _caller.Talks(10.Seconds());
        _spine.Run(200);
        _caller.HasTalked.Should().BeTrue();
        _telephone.Rung.Should().Be(0);
    }

    [Fact]
    public void Who_rings_again_has_the_place_in_person_and_is_not_called()
    {
        Asks();
        var again = _spine.FreeSwitch.Call(_caller.Number).Talks(10.Seconds());
        _spine.Run(200);
        again.HasTalked.Should().BeTrue();
        _telephone.Rung.Should().Be(0);
        Callback().Callback.Should().Be(CallbackEnd.CameInPerson);
    }

    [Fact]
    public void Who_does_not_answer_is_called_again_after_the_pause_and_then_no_more()
    {
        _telephone.NeverAnswers();
        Asks();
        _spine.Run(160);
        _telephone.Rung.Should().Be(1);
        _spine.Operator(1).IsBusy.Should().BeFalse();
        _spine.Run(300);
        _telephone.Rung.Should().Be(2);
        Callback().Callback.Should().Be(CallbackEnd.AttemptsUsedUp);
    }

    /// <summary>The key, and after the question the one that confirms.</summary>
    void Asks()
    {
        _caller.Presses("1");
        _spine.Run(2);
        _caller.Presses("1");
        _spine.Run(10);
    }

    void ShouldHaveTalkedOnce()
    {
        _telephone.Rung.Should().Be(1);
        _telephone.Conversations.Should().Be(1);
        Callback().Should().BeEquivalentTo(
            new { _caller.Number, Agent = "op1", Queue = "support", Callback = CallbackEnd.Done, Result = CallResult.Answered }, options => options.ExcludingMissingMembers());
        _spine.FreeSwitch.CallCount.Should().Be(0);
        _spine.Faults.Should().BeEmpty();
    }

    HistoryEntry Callback() => _spine.History.Should().ContainSingle(call => call.Callback != null).Subject;
}

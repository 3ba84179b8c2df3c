using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Simulator.People;
using Web3Tel.Speech;
using Web3Tel.Tests.Flows;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Telephones that lose power in a conversation, over the wire.</summary>
public sealed class LostPhoneTests : IDisposable
{
    readonly ScriptedSpeaker voice = new() { Sound = _ => "spoken.wav" };
    Spine spine;

    public LostPhoneTests() => spine = Start();

    public void Dispose() => spine.Dispose();

    [Fact]
    public void The_caller_is_told_and_goes_to_the_next_operator_ahead_of_who_came_later()
    {
        var (caller, _) = TwoTalk();
        var later = spine.Caller(3);
        spine.Run(10);

        spine.Operator(1).Dies();
        spine.Run(2);

        voice.Said.Should().ContainSingle().Which.Should().Be(Phrases.PhoneLost(Language.English, isNext: true));
        spine.Center.Current.PositionOf(CallOf(caller)).Should().Be(1);
        spine.Center.Current.Agents["op1"].State.Should().BeOfType<AgentState.Resting>().Which.Why.Should().Be(RestReason.PhoneLost);
        spine.Operator(2).HangsUp();
        spine.Run(8);
        caller.IsTalking.Should().BeTrue();
        later.IsTalking.Should().BeFalse();
        caller.HangsUp();
        spine.Run(10);
        spine.History.Single(entry => entry.Number == "+79160000001").Journey.Select(step => step.What)
            .Should().ContainInOrder(JourneyEvent.Connected, JourneyEvent.PhoneLost, JourneyEvent.BackInQueue, JourneyEvent.Connected, JourneyEvent.Ended)
            .And.NotContain(JourneyEvent.LostSight);
        spine.Center.Current.Callers.Should().ContainSingle("the later caller talks now");
    }

    [Theory]
    [InlineData("prompt:sorry", "spoken.wav")]
    [InlineData("sorry.wav", null)]
    public void The_queues_own_words_are_heard_and_spoken_where_they_are_missing(string notice, string? spoken)
    {
        spine.Dispose();
        spine = Start(queue => queue with { PhoneLostNotice = notice });
        var (_, _) = TwoTalk();
        spine.Operator(1).Dies();
        spine.Run(2);
        voice.Said.Should().HaveCount(spoken is null ? 0 : 1);
    }

    [Fact]
    public void It_is_said_in_the_language_of_the_queue()
    {
        spine.Dispose();
        spine = Start(queue => queue with { Announce = new Announcements { Language = Language.Russian } });
        TwoTalk();
        spine.Operator(1).Dies();
        spine.Run(2);
        voice.Said.Should().Contain(Phrases.PhoneLost(Language.Russian, isNext: true));
    }

    [Fact]
    public void An_operator_who_hangs_up_ends_the_call_with_and_without_the_service()
    {
        var (caller, other) = TwoTalk();
        spine.Operator(1).HangsUp();
        spine.Run(0.2);
        caller.IsOver.Should().BeTrue();
        spine.Kill();
        spine.Operator(2).HangsUp();
        spine.Run(0.2);
        other.IsOver.Should().BeTrue("the dialplan ends the call");
        spine.Live().Run(10);
        spine.History.Should().HaveCount(2).And.OnlyContain(entry => entry.Result == CallResult.Answered);
        voice.Said.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void A_service_that_is_dead_when_the_phone_dies_takes_the_caller_up_when_it_lives(double dead)
    {
        var (caller, _) = TwoTalk();
        var later = spine.Caller(3);
        spine.Run(10).Kill();
        spine.Operator(1).Dies();
        spine.Run(dead);
        caller.IsOver.Should().BeFalse();
        spine.Live().Run(5);
        spine.Center.Current.PositionOf(CallOf(caller)).Should().Be(1);
        spine.Operator(2).HangsUp();
        spine.Run(8);
        caller.IsTalking.Should().BeTrue();
        later.IsTalking.Should().BeFalse();
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(1)]
    public void The_caller_may_hang_up_at_any_moment_after_it(double after)
    {
        var (caller, _) = TwoTalk();
        spine.Operator(1).Dies();
        spine.Run(after);
        caller.HangsUp();
        spine.Run(10);
        spine.History.Should().ContainSingle(entry => entry.Number == "+79160000001");
        spine.Center.Current.Callers.Should().ContainSingle();
    }

    [Fact]
    public void A_second_conversation_on_hold_is_not_taken_for_the_end_of_the_first()
    {
        var (caller, other) = TwoTalk();
        spine.Operator(1).Dies();
        other.HangsUp();
        spine.Run(10);
        caller.IsTalking.Should().BeTrue();
        spine.Center.Post(at => new Event.HoldAsked(at, CallOf(caller)));
        spine.Run(5);
        caller.IsOver.Should().BeFalse();
        spine.Center.Post(at => new Event.ResumeAsked(at, CallOf(caller)));
        spine.Run(2);
        caller.IsTalking.Should().BeTrue();
    }

    Spine Start(Func<QueueSettings, QueueSettings>? queue = null)
    {
        var started = new Spine(queues: queue, speaker: voice, reception: (center, _) => Web3Tel.Flows.Reception.Flow(center, null, "support"));
        started.Operator(1).Answers(after: 1.Seconds());
        started.Operator(2).Answers(after: 1.Seconds());
        return started;
    }

    (SimulatedCaller First, SimulatedCaller Second) TwoTalk()
    {
        var first = spine.Caller(1);
        spine.Run(3);
        var second = spine.Caller(2);
        spine.Run(30);
        (spine.Operator(1).IsTalking, spine.Operator(2).IsTalking).Should().Be((true, true));
        return (first, second);
    }

    CallRef CallOf(SimulatedCaller caller) => spine.Center.Current.Callers.Keys.Single(call => call.Id == caller.CallId);
}

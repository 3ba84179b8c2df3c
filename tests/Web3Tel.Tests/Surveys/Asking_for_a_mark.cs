using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Surveys;
using Web3Tel.Tests.Flows;
using Web3Tel.Tests.FreeSwitch;
using Xunit;

namespace Web3Tel.Tests.Surveys;

/// <summary>On the simulated FreeSWITCH, over the wire.</summary>
public sealed class Asking_for_a_mark : IDisposable
{
    readonly ScriptedSpeaker _voice = new() { Sound = text => $"{text.Length}.wav" };
    readonly Spine _spine;

    public Asking_for_a_mark()
    {
        _spine = new Spine(
            operators: 1, speaker: _voice, queues: queue => queue with { AfterTalk = "survey" }, steps: NamedSteps.None.Add("survey", center => SurveyFlow.Ask(center, new SurveySettings())));
        _spine.Operator(1).Answers(1.Seconds()).Talks(10.Seconds());
    }

    public void Dispose() => _spine.Dispose();

    [Fact]
    public void When_the_operator_hangs_up_the_caller_is_asked_and_the_mark_is_in_the_history()
    {
        var caller = _spine.Caller(1).PressesAfter(16.Seconds(), "4");

        _spine.Run(60);

        _voice.Said.Should().Equal("how satisfied are you with the conversation? press a key from one to five, the best mark", "thank you");
        Marks().Should().Equal("survey: 4");
        _spine.History.Single().Result.Should().Be(CallResult.Answered);
        caller.HungUpFirst.Should().BeFalse();
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        _spine.Faults.Should().BeEmpty();
    }

    [Fact]
    public void Who_says_nothing_and_who_presses_what_is_no_mark_are_asked_twice_and_have_given_none()
    {
        _spine.Caller(1);
        _spine.Run(60);
        _spine.Caller(2).PressesAfter(14.Seconds(), "9").PressesAfter(20.Seconds(), "0");
        _spine.Run(90);

        Marks().Should().BeEmpty();
        _spine.History.Should().HaveCount(2).And.OnlyContain(call => call.Result == CallResult.Answered);
        _spine.Operator(1).Conversations.Should().Be(2);
    }

    [Fact]
    public void The_caller_comes_back_once_and_is_then_asked_in_peace()
    {
        _spine.Caller(1).PressesAfter(16.Seconds(), "4");

        _spine.Run(60);

        _spine.Journal.Entries.Count(entry => entry.Event is Event.CallArrived).Should().Be(2);
    }

    [Fact]
    public void Who_hangs_up_in_the_question_has_given_none()
    {
        _spine.Caller(1).HangsUpAfter(20.Seconds());

        _spine.Run(60);

        Marks().Should().BeEmpty();
        _spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Fact]
    public void A_service_that_died_in_the_conversation_asks_when_it_lives_again()
    {
        _spine.Caller(1).PressesAfter(36.Seconds(), "5");
        _spine.Run(8);
        _spine.Kill();
        _spine.Run(20);
        _spine.Live();

        _spine.Run(60);

        Marks().Should().Equal("survey: 5");
    }

    [Fact]
    public void A_service_that_dies_in_the_question_asks_again()
    {
        _spine.Caller(1).PressesAfter(60.Seconds(), "3");
        _spine.Run(18);
        _voice.Said.Should().HaveCount(1);
        _spine.Kill();
        _spine.Run(10);
        _spine.Live();

        _spine.Run(70);

        _voice.Said.Should().HaveCountGreaterThan(1);
        Marks().Should().BeEquivalentTo(_spine.History.Single().Journey.Where(step => step.What == JourneyEvent.Rated).Select(step => "survey: 3"));
    }

    IEnumerable<string> Marks() =>
        _spine.History.SelectMany(call => call.Journey).Where(step => step.What == JourneyEvent.Rated).Select(step => step.Detail!);
}

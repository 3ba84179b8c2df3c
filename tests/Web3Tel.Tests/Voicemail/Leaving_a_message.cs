using System.Collections.Immutable;
using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Simulator.People;
using Web3Tel.Tests.Flows;
using Web3Tel.Tests.FreeSwitch;
using Web3Tel.Voicemail;
using Xunit;

namespace Web3Tel.Tests.Voicemail;

/// <summary>On the simulated FreeSWITCH: greeting of 3 s, a beep of half a second, and the caller speaks.</summary>
public sealed class Leaving_a_message : IDisposable
{
    /// <summary>From the call to the beginning of the recording.</summary>
    const double UntilTheBeepIsOver = 3.6;

    static readonly VoicemailSettings Settings = new()
    {
        Greeting = "greeting.wav",
        Choices = "choices.wav",
        TooShort = "too-short.wav",
        Kept = "kept.wav",
        Unavailable = "unavailable.wav",
    };

    readonly MemoryMessages _messages = new();
    readonly Spine _spine;

    public Leaving_a_message() => _spine = new Spine(reception: (center, _) => VoicemailFlow.TakeUp(
        center, _messages, Settings, VoicemailFlow.Leave(center, _messages, Mailbox.OfQueue("support"), Settings)));

    public void Dispose() => _spine.Dispose();

    [Fact]
    public void What_was_said_until_the_hash_key_is_kept_by_choice()
    {
        var caller = Caller();
        Speaks(caller, 10).Presses("#");
        _spine.Run(2);
        _messages.All.Should().ContainSingle().Which.State.Should().Be(MessageState.Recorded);
        caller.Presses("2");
        _spine.Run(10);

        var message = _messages.Kept.Should().ContainSingle().Subject;
        message.Mailbox.Should().Be(Mailbox.OfQueue("support"));
        message.Length.Should().BeCloseTo(10.Seconds(), 200.Milliseconds());
        message.Should().BeEquivalentTo(new { Number = "+79160000001", Name = "Caller 1", IsRead = false, IsThere = true }, options => options.ExcludingMissingMembers());
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
        _spine.History.Single().Journey.Should().Contain(step => step.What == JourneyEvent.LeavesMessage && step.Detail == $"queue:support {message.Id}");
        _spine.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.9)]
    [InlineData(3.3)]
    public void Who_hangs_up_before_the_beep_is_over_leaves_nothing(double after)
    {
        _spine.Caller(1).HangsUpAfter(TimeSpan.FromSeconds(after));
        _spine.Run(30);
        _messages.All.Should().AllSatisfy(message => message.State.Should().Be(MessageState.Discarded));
        _spine.FreeSwitch.CallCount.Should().Be(0);
        _spine.Center.Current.Callers.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(2.1, true)]
    [InlineData(60, true)]
    public void Who_hangs_up_in_the_middle_has_left_a_message_if_enough_was_said(double speech, bool isLeft)
    {
        var caller = Caller();
        Speaks(caller, speech).HangsUp();
        _spine.Run(30);
        var message = _messages.All.Should().ContainSingle().Subject;
        message.State.Should().Be(isLeft ? MessageState.Kept : MessageState.Discarded);
        if (isLeft)
        {
            message.Length.Should().BeCloseTo(speech.Seconds(), 200.Milliseconds());
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(2)]
    [InlineData(7)]
    public void Who_hangs_up_while_asked_what_to_do_with_it_has_left_it(double after)
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#").HangsUpAfter(TimeSpan.FromSeconds(after));
        _spine.Run(30);
        _messages.Kept.Should().ContainSingle();
    }

    [Fact]
    public void Who_chooses_nothing_has_left_it()
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#");
        _spine.Run(60);
        _messages.Kept.Should().ContainSingle();
        caller.IsOver.Should().BeTrue();
    }

    [Fact]
    public void It_can_be_heard_before_it_is_kept()
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#");
        _spine.Run(1);
        caller.Presses("1");
        _spine.Run(1);
        var message = _messages.All.Single();
        caller.Variable("current_application_data").Should().EndWith(message.File);
        _spine.Run(3);
        caller.Variable("current_application_data").Should().Be("choices.wav");
        caller.Presses("2");
        _spine.Run(10);
        _messages.Kept.Should().ContainSingle();
    }

    [Fact]
    public void Recorded_again_the_second_takes_the_place_of_the_first()
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#");
        _spine.Run(1);
        caller.Presses("3");
        _spine.Run(1);
        _messages.All.Select(message => message.State).Should().Equal(MessageState.Recorded, MessageState.Recording);
        Speaks(caller, 8).Presses("#");
        _spine.Run(1);
        caller.Presses("2");
        _spine.Run(10);
        _messages.All.Select(message => message.State).Should().Equal(MessageState.Discarded, MessageState.Kept);
        _messages.Kept.Single().Length.Should().BeGreaterThan(8.Seconds());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.8)]
    [InlineData(1.5)]
    public void Who_hangs_up_at_the_beginning_of_the_second_has_left_the_first(double after)
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#");
        _spine.Run(1);
        caller.Presses("3").HangsUpAfter(TimeSpan.FromSeconds(after));
        _spine.Run(30);
        _messages.Kept.Should().ContainSingle().Which.Length.Should().BeCloseTo(5.Seconds(), 200.Milliseconds());
    }

    [Fact]
    public void Who_says_nothing_is_asked_once_more_and_then_the_call_ends()
    {
        var caller = _spine.Caller(1).FallsSilentAfter(0.Seconds());
        _spine.Run(8.5);
        caller.Variable("current_application_data").Should().Be("too-short.wav");
        _spine.Run(30);
        _messages.All.Select(message => message.State).Should().Equal(MessageState.Discarded, MessageState.Discarded);
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        caller.HungUpFirst.Should().BeFalse();
    }

    [Fact]
    public void Silence_ends_it()
    {
        var caller = _spine.Caller(1).FallsSilentAfter(10.Seconds());
        _spine.Run(60);
        _messages.Kept.Should().ContainSingle().Which.Length.Should().BeCloseTo((10 - UntilTheBeepIsOver + 4).Seconds(), 300.Milliseconds());
        caller.IsOver.Should().BeTrue();
    }

    [Fact]
    public void Silence_after_too_little_makes_no_message()
    {
        _spine.Caller(1).FallsSilentAfter((UntilTheBeepIsOver + 1).Seconds());
        _spine.Run(60);
        _messages.Kept.Should().BeEmpty();
    }

    [Fact]
    public void The_greatest_length_ends_it()
    {
        Caller();
        _spine.Run(400);
        _messages.Kept.Should().ContainSingle().Which.Length.Should().BeCloseTo(Settings.Longest, 1.Seconds());
    }

    [Fact]
    public void Keys_other_than_hash_do_not_end_it()
    {
        var caller = Caller();
        Speaks(caller, 3).Presses("123*0");
        _spine.Run(3);
        _messages.All.Single().State.Should().Be(MessageState.Recording);
        caller.Presses("#");
        _spine.Run(1);
        _messages.All.Single().State.Should().Be(MessageState.Recorded);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(null, 6)]
    public void A_caller_is_told_when_nothing_can_be_recorded(bool? hasRoom, int toldWithin)
    {
        _messages.HasRoom = hasRoom;
        var caller = _spine.Caller(1);
        _spine.Run(toldWithin);
        caller.Variable("current_application_data").Should().Be("unavailable.wav");
        _spine.Run(10);
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        _messages.Kept.Should().BeEmpty();
    }

    [Fact]
    public void A_disk_that_takes_nothing_does_not_keep_the_caller_waiting()
    {
        _messages.IsStuck = true;
        var caller = Caller();
        _spine.Run(3);
        Speaks(caller, 5).Presses("#");
        _spine.Run(1);
        caller.Presses("2");
        _spine.Run(20);
        _messages.Kept.Should().ContainSingle();
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
    }

    [Fact]
    public void A_service_that_dies_in_the_recording_finds_it_when_the_caller_comes_back()
    {
        var caller = Caller();
        Speaks(caller, 5);
        _spine.Kill().Run(5);
        caller.IsOver.Should().BeFalse();
        _messages.All.Should().ContainSingle().Which.State.Should().Be(MessageState.Recording);
        _spine.Live().Run(5);
        caller.Presses("#");
        _spine.Run(8);
        caller.Variable("current_application_data").Should().Be("kept.wav");
        _spine.Run(20);
        _messages.Kept.Should().ContainSingle().Which.Length.Should().BeCloseTo(15.Seconds(), 500.Milliseconds());
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
    }

    [Fact]
    public void A_caller_who_hangs_up_while_the_service_is_away_leaves_it_to_the_file()
    {
        var caller = Caller();
        Speaks(caller, 5);
        _spine.Kill().Run(1);
        caller.HangsUp();
        _spine.Live().Run(30);
        _messages.All.Should().ContainSingle().Which.State.Should().Be(MessageState.Recording);
    }

    [Fact]
    public void A_service_that_dies_in_the_question_finds_the_message_left()
    {
        var caller = Caller();
        Speaks(caller, 5).Presses("#");
        _spine.Run(1).Kill().Run(10).Live().Run(30);
        caller.HangupCause.Should().Be("NORMAL_CLEARING");
        _messages.Kept.Should().ContainSingle();
    }

    [Fact]
    public void A_FreeSWITCH_that_dies_in_the_recording_leaves_it_to_the_file()
    {
        var caller = Caller();
        Speaks(caller, 5);
        _spine.FreeSwitch.Crash();
        _spine.Run(60);
        _messages.All.Should().ContainSingle().Which.State.Should().Be(MessageState.Recording);
        _spine.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("sales", "queue:sales")]
    [InlineData(null, "line:1000")]
    public void As_a_step_after_a_queue_it_goes_to_that_queues_mailbox_and_else_to_the_lines(string? queue, string mailbox)
    {
        var memory = queue is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(CallVariables.Queue, queue);
        var center = new RunningCenter(center => VoicemailFlow.LeaveToQueue(center, _messages, Settings));
        var call = new ScriptedCall("caller", memory);
        call.Hold<CallCommand.Record>();
        center.Arrives(call);
        _messages.All.Should().ContainSingle().Which.Mailbox.ToString().Should().Be(mailbox);
        call.Log.Should().ContainInOrder("answer", "play greeting.wav", $"record {_messages.All.Single().File}");
    }

    [Fact]
    public void Without_sounds_it_is_all_spoken_and_without_a_voice_tones_ask()
    {
        var center = new RunningCenter(center => VoicemailFlow.LeaveToQueue(center, _messages, VoicemailSettings.Default));
        var call = new ScriptedCall("caller");
        var recording = call.Hold<CallCommand.Record>();
        center.Arrives(call);
        center.Voice.Said.Should().ContainSingle().Which.Should().StartWith("please leave a message");
        center.Voice.IsMute = true;
        recording.OnNext(Reply.Done with { Recorded = new Recorded(5.Seconds(), false) });
        call.Log[^1].Should().StartWith("play tone_stream://");
    }

    SimulatedCaller Caller()
    {
        var caller = _spine.Caller(1);
        _spine.Run(UntilTheBeepIsOver);
        return caller;
    }

    SimulatedCaller Speaks(SimulatedCaller caller, double seconds)
    {
        _spine.Run(seconds);
        return caller;
    }
}

using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Phones;
using Web3Tel.Recordings;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>An operator pauses the recording by the keys of the telephone, over the wire.</summary>
public sealed class RecordingKeysTests : IDisposable
{
    const string Other = "79160000001";

    Spine spine = new(phones: new PhoneSettings { PauseRecording = "*7" });

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void The_same_keys_pause_it_and_let_it_go_on_as_the_API_does()
    {
        var caller = Talking();
        Presses("*7");
        Pause()!.State.Should().Be(PauseState.Paused);
        spine.Run(10);
        Presses("*7");
        Pause().Should().BeNull();
        spine.Center.Current.Audit.Values.Select(record => (record.Act, record.By)).Should().Equal((AuditedAct.PauseRecording, "op1"), (AuditedAct.ResumeRecording, "op1"));
        caller.HangsUp();
        var entry = spine.Run(10).History.Single();
        entry.RecordingPausedSeconds.Should().BeApproximately(11, 0.5);
        entry.Journey.Should().Contain(step => step.What == JourneyEvent.RecordingPaused && step.Agent == "op1" && step.Detail == "op1");
    }

    [Theory]
    [InlineData("7", false)]
    [InlineData("**7", true)]
    [InlineData("1*7", true)]
    [InlineData("*17", false)]
    [InlineData("*8", false)]
    public void Only_those_keys_one_after_the_other_do_so(string keys, bool isPaused)
    {
        Talking();
        Presses(keys);
        (Pause() is not null).Should().Be(isPaused);
    }

    [Fact]
    public void Keys_that_come_too_late_after_each_other_are_others()
    {
        Talking();
        Presses("*");
        spine.Run(4);
        Presses("7");
        Pause().Should().BeNull();
    }

    [Fact]
    public void What_the_caller_presses_commands_nothing()
    {
        var caller = Talking();
        caller.Presses("*7*7*7");
        spine.Run(3);
        Pause().Should().BeNull();
        spine.Center.Current.Audit.Should().BeEmpty();
    }

    [Fact]
    public void With_other_keys_to_go_on_it_is_paused_however_often_they_are_pressed()
    {
        spine.Dispose();
        spine = new Spine(phones: new PhoneSettings { PauseRecording = "*7", ResumeRecording = "*8" });
        Talking();
        Presses("*7");
        Presses("*7");
        Pause()!.State.Should().Be(PauseState.Paused);
        Presses("*8");
        Pause().Should().BeNull();
    }

    [Fact]
    public void It_works_after_a_death_of_the_service_and_for_who_has_the_caller_next()
    {
        spine.Operator(2).Answers(after: 1.Seconds());
        Talking();
        spine.Kill().Run(3);
        spine.Live().Run(3);
        Presses("*7");
        Pause()!.State.Should().Be(PauseState.Paused);
        spine.Center.Post(at => new Event.TransferAsked(at, spine.Center.Current.Callers.Keys.Single(), TransferKind.Agent, "op2", "op1"));
        spine.Run(4);
        spine.Operator(2).Presses("*7");
        spine.Run(1);
        Pause().Should().BeNull();
    }

    [Fact]
    public void In_an_outgoing_conversation_it_is_the_operator_who_commands_and_not_who_was_called()
    {
        var other = spine.FreeSwitch.Operator(Other).Answers(after: 1.Seconds());
        var phone = spine.Operator(1).Dials("9" + Other);
        spine.Run(5);
        other.Presses("*7");
        spine.Run(1);
        spine.Center.Current.OutgoingCalls.Values.Single().Pause.Should().BeNull();
        phone.Presses("*7");
        spine.Run(1);
        spine.Center.Current.OutgoingCalls.Values.Single().Pause!.State.Should().Be(PauseState.Paused);
        phone.HangsUp();
        spine.Run(5);
    }

    [Fact]
    public void Without_the_setting_no_key_is_heard()
    {
        spine.Dispose();
        spine = new Spine();
        Talking();
        Presses("*7");
        Pause().Should().BeNull();
    }

    SimulatedCaller Talking()
    {
        spine.Operator(1).Answers(after: 1.Seconds());
        var caller = spine.Caller(1);
        spine.Run(6);
        caller.IsTalking.Should().BeTrue();
        return caller;
    }

    void Presses(string keys)
    {
        spine.Operator(1).Presses(keys);
        spine.Run(1);
    }

    RecordingPause? Pause() => spine.Center.Current.Callers.Values.Single().Pause;
}

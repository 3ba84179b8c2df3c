using FluentAssertions;
using FluentAssertions.Extensions;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.EventSocket.Transport;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.People;
using Xunit;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>Recordings over the wire: stereo, and silent for a while.</summary>
public sealed class RecordingTests : IDisposable
{
    const string Outside = "79160000001";

    Spine spine = new(operators: 3);

    public void Dispose()
    {
        spine.Faults.Should().BeEmpty();
        spine.Dispose();
    }

    [Fact]
    public void A_pause_goes_through_transfers_and_a_death_of_the_service()
    {
        var caller = Talking();
        Ask((at, call) => new Event.RecordingPauseAsked(at, call)).Run(0.5);
        IsMasked().Should().BeTrue();
        Pause()!.State.Should().Be(PauseState.Paused);
        Ask((at, call) => new Event.TransferAsked(at, call, TransferKind.Agent, "op2")).Run(4);
        spine.Operator(2).IsTalking.Should().BeTrue();
        Ask((at, call) => new Event.TransferAsked(at, call, TransferKind.Queue, "sales")).Run(0.5);
        IsMasked().Should().BeTrue();
        spine.Run(5);
        caller.IsTalking.Should().BeTrue();
        spine.Kill().Run(5);
        IsMasked().Should().BeTrue("FreeSWITCH keeps it");
        spine.Live().Run(5);
        IsMasked().Should().BeTrue();
        Pause()!.State.Should().Be(PauseState.Paused);
        Ask((at, call) => new Event.RecordingResumeAsked(at, call)).Run(0.5);
        IsMasked().Should().BeFalse();
        caller.HangsUp();
        spine.Run(30).History.Single().RecordingPausedSeconds.Should().BeInRange(20, 21);
    }

    [Fact]
    public void A_pause_whose_time_was_up_while_the_service_was_dead_ends_when_it_is_back()
    {
        Talking();
        Ask((at, call) => new Event.RecordingPauseAsked(at, call)).Run(0.5);
        spine.Kill().Run(320);
        IsMasked().Should().BeTrue();
        spine.Live().Run(5);
        IsMasked().Should().BeFalse();
        Pause().Should().BeNull();
    }

    [Fact]
    public void A_pause_asked_for_just_before_the_service_died_is_made_when_it_is_back()
    {
        Talking();
        spine.FreeSwitch.IsStalled = true;
        Ask((at, call) => new Event.RecordingPauseAsked(at, call)).Run(0.1);
        spine.Kill();
        spine.FreeSwitch.IsStalled = false;
        spine.Run(1);
        spine.Live().Run(5);
        IsMasked().Should().BeTrue();
        Pause()!.State.Should().Be(PauseState.Paused);
    }

    [Fact]
    public void What_is_not_recorded_any_more_cannot_be_paused_and_that_is_told()
    {
        Talking();
        RecordingSession.Stop(Channel(), Path());
        Ask((at, call) => new Event.RecordingPauseAsked(at, call)).Run(0.5);
        Pause().Should().BeNull();
        spine.Center.Current.Agents["op1"].Notice!.Detail.Should().Contain("Cannot mask recording session!");
    }

    [Fact]
    public void The_recording_of_two_who_could_not_be_joined_ends_and_does_not_go_on_beside_the_next()
    {
        spine.Dispose();
        spine = new Spine(operators: 1, link: new MemoryLinkOptions { Delay = 100.Milliseconds() });
        spine.Operator(1).Answers(after: 1.Seconds());
        var caller = spine.Caller(1);
        while (spine.Operator(1).Taken == 0)
        {
            spine.Run(0.05);
        }

        spine.Operator(1).HangsUp();
        spine.Run(1);
        caller.IsOver.Should().BeFalse();
        spine.FreeSwitch.Channels.All.SelectMany(channel => channel.Recordings.Paths).Should().BeEmpty();
        spine.Run(30);
        caller.IsTalking.Should().BeTrue();
        Channel().Recordings.Paths.Should().ContainSingle();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.5)]
    [InlineData(4.02)]
    [InlineData(20.0)]
    public void A_caller_who_is_put_through_to_a_number_outside_is_recorded_and_a_death_of_the_service_loses_no_recording(double? diesAfter)
    {
        spine.Dispose();
        spine = new Spine(operators: 0, queues: settings => settings with { MaxWait = 5.Seconds(), WhenTooLong = new NextStep.Number(Outside) });
        spine.FreeSwitch.Operator(Outside).Answers(after: 4.Seconds());
        var caller = spine.Caller(1);
        while (!spine.FreeSwitch.Operator(Outside).IsBusy)
        {
            spine.Run(0.01);
        }

        if (diesAfter is { } seconds)
        {
            spine.Run(seconds).Kill().Run(3);
            spine.Live();
        }

        spine.Run(20);
        (caller.IsTalking, spine.FreeSwitch.Operator(Outside).IsTalking).Should().Be((true, true));
        var path = Channel().Recordings.Paths.Should().ContainSingle().Which;
        path.Should().EndWith(spine.Center.Current.Callers.Values.Single().Recording);
        caller.HangsUp();
        spine.Run(10).History.Single().Should().Match<HistoryEntry>(entry => path.EndsWith(entry.Recording!, StringComparison.Ordinal) && entry.Outside!.To == Outside);
        spine.FreeSwitch.CallCount.Should().Be(0);
    }

    [Fact]
    public void Who_was_called_and_is_transferred_to_a_number_is_recorded_in_both_conversations()
    {
        const string Other = "79160000002";
        spine.Dispose();
        spine = new Spine();
        spine.FreeSwitch.Operator(Outside).Answers(after: 1.Seconds());
        spine.FreeSwitch.Operator(Other).Answers(after: 1.Seconds());
        spine.Operator(1).Dials("9" + Outside);
        spine.Run(5);
        var first = Path();
        spine.Center.Post(at => new Event.TransferAsked(at, spine.Center.Current.OutgoingCalls.Values.Single().Call, TransferKind.Number, Other, "op1"));
        spine.Run(6);
        (spine.FreeSwitch.Operator(Outside).IsTalking, spine.FreeSwitch.Operator(Other).IsTalking).Should().Be((true, true));
        var second = Path();
        second.Should().NotBe(first);
        spine.FreeSwitch.Operator(Outside).HangsUp();
        spine.Run(10).History.Select(entry => entry.Recording).Should().OnlyContain(recording => first.EndsWith(recording!, StringComparison.Ordinal) || second.EndsWith(recording!, StringComparison.Ordinal))
            .And.OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    public void Recordings_are_in_stereo_where_all_are_or_the_queue_says_so(bool all, bool? queue, bool isStereo)
    {
        spine.Dispose();
        spine = new Spine(operators: 3, queues: settings => settings with { RecordInStereo = queue }, configuration: usual => usual with { RecordInStereo = all });
        Talking();
        Channel().Recordings.IsStereo(Path()).Should().Be(isStereo);
    }

    SimulatedCaller Talking()
    {
        for (var i = 1; i <= 3; i++)
        {
            spine.Operator(i).Answers(after: 1.Seconds());
        }

        var caller = spine.Caller(1);
        spine.Run(5);
        caller.IsTalking.Should().BeTrue();
        return caller;
    }

    Spine Ask(Func<DateTimeOffset, CallRef, Event> command)
    {
        spine.Center.Post(command(spine.Clock.Now, spine.Center.Current.Callers.Keys.Single()));
        return spine;
    }

    RecordingPause? Pause() => spine.Center.Current.Callers.Values.Single().Pause;

    bool IsMasked() => Channel().Recordings.IsMasked(Path());

    Channel Channel() => spine.FreeSwitch.Channels.All.Single(channel => channel.Recordings.Paths is [_, ..]);

    string Path() => Channel().Recordings.Paths.Single();
}

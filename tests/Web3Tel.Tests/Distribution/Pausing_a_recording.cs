using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Recordings;
using Web3Tel.Tests.Outgoing;
using Xunit;

namespace Web3Tel.Tests.Distribution;

public sealed class Pausing_a_recording
{
    static CallRef Caller => Desk.Call("caller");

    [Fact]
    public void The_switch_is_told_to_write_silence_and_then_sound_and_the_history_says_for_how_long()
    {
        var desk = Talking();
        var path = desk.Caller("caller").Talk!.Recording!;
        desk.Pauses().Effects.Should().Contain(new Effect.Mask(Caller, path, On: true));
        desk.Pause()!.State.Should().Be(PauseState.Beginning, "the switch has not said that it did");
        desk.IsSilent().Pause()!.State.Should().Be(PauseState.Paused);
        desk.Pass(20).Resumes().Effects.Should().Contain(new Effect.Mask(Caller, path, On: false));
        desk.Sounds().Pause().Should().BeNull();
        desk.Pass(5).HangsUp("caller");
        var entry = desk.History.Single();
        entry.RecordingPausedSeconds.Should().Be(20);
        entry.Journey.Select(step => (step.What, step.Agent, step.Detail)).Should().ContainInOrder(
            (JourneyEvent.RecordingPaused, "anna", "anna"), (JourneyEvent.RecordingResumed, "anna", "20 s"));
        desk.State.Audit.Values.Select(record => record.Act).Should().ContainInOrder(Web3Tel.Auditing.AuditedAct.PauseRecording, Web3Tel.Auditing.AuditedAct.ResumeRecording);
    }

    [Fact]
    public void A_pause_that_is_forgotten_ends_by_itself()
    {
        var desk = Talking().Pauses().IsSilent().Pass(299);
        desk.Effects.OfType<Effect.Mask>().Should().BeEmpty();
        desk.Pass(1).Effects.OfType<Effect.Mask>().Single().On.Should().BeFalse();
        desk.Sounds().Caller("caller").Journey[^1].Detail.Should().Be("300 s, its time was up");
    }

    [Fact]
    public void Asked_for_once_more_its_time_begins_anew()
    {
        var desk = Talking().Pauses().IsSilent().Pass(200).Pauses().IsSilent().Pass(200);
        desk.Pause()!.State.Should().Be(PauseState.Paused);
        desk.Pass(100).Sounds().Caller("caller").Paused.Should().Be(TimeSpan.FromSeconds(500));
    }

    [Fact]
    public void It_goes_with_the_caller_through_transfers_to_an_operator_and_to_a_queue()
    {
        var desk = Talking("anna", "boris").Pauses().IsSilent().Transfers(TransferKind.Agent, "boris").Arrives("caller").GuestAnswers().GuestConnects();
        desk.Pause()!.State.Should().Be(PauseState.Paused);
        desk.CallerOf("boris").Should().Be("caller");
        desk.Do(new Event.TransferAsked(desk.Now, Caller, TransferKind.Queue, "sales", "boris")).Arrives("caller");
        desk.Pause()!.State.Should().Be(PauseState.Paused);
        desk.AllEffects.OfType<Effect.Mask>().Should().ContainSingle("the switch keeps the silence by itself");
        desk.Pass(10).Resumes().Sounds().Pause().Should().BeNull("who has the caller next ends it, or a supervisor while nobody has");
    }

    [Fact]
    public void It_goes_through_a_consultation_and_hold()
    {
        var desk = Talking("anna", "boris").Pauses().IsSilent().Consults("boris").Arrives("caller").GuestAnswers().Joined()
            .Do(new Event.ConsultCompleted(Desk.Opening, Caller, "anna")).GuestConnects();
        desk.CallerOf("boris").Should().Be("caller");
        desk.Pause()!.State.Should().Be(PauseState.Paused);
    }

    [Fact]
    public void Without_a_word_of_the_switch_it_is_told_again_until_it_says_so()
    {
        var desk = Talking().Pauses().Do(Failed(ReplyOutcome.Disconnected)).Pass(3);
        desk.Effects.OfType<Effect.Mask>().Single().On.Should().BeTrue();
        desk.IsSilent().Pause()!.State.Should().Be(PauseState.Paused);
        desk.Resumes().Pass(3).Effects.OfType<Effect.Mask>().Single().On.Should().BeFalse();
        desk.Pass(3).Effects.OfType<Effect.Mask>().Single().On.Should().BeFalse();
    }

    [Fact]
    public void Where_it_cannot_be_paused_the_operator_is_told_that_the_recording_goes_on()
    {
        var desk = Talking().Pauses().Do(Failed(ReplyOutcome.Refused));
        desk.Pause().Should().BeNull();
        desk.Caller("caller").Journey[^1].Should().BeEquivalentTo(new { What = JourneyEvent.RecordingPauseFailed, Agent = "anna", Detail = "-ERR" });
        desk.State.Agents["anna"].Notice!.Kind.Should().Be(NoticeKind.RecordingGoesOn);
        desk.Pass(3).HangsUp("caller").History.Single().RecordingPausedSeconds.Should().Be(0);
    }

    [Fact]
    public void One_that_may_be_silent_and_is_said_to_go_on_is_made_to_go_on()
    {
        var desk = Talking().Pauses().Do(Failed(ReplyOutcome.TimedOut)).Pass(3).Do(Failed(ReplyOutcome.Refused));
        desk.Effects.OfType<Effect.Mask>().Single().On.Should().BeFalse();
        desk.Sounds().Pause().Should().BeNull();
    }

    [Fact]
    public void One_that_stays_silent_is_told_once_and_tried_again()
    {
        var desk = Talking().Pauses().IsSilent().Resumes();
        for (var i = 0; i < 3; i++)
        {
            desk.Do(new Event.MaskFailed(desk.Now, Caller, On: false, ReplyOutcome.Refused, "-ERR")).Pass(3);
            desk.Effects.OfType<Effect.Mask>().Single().On.Should().BeFalse();
        }

        desk.Caller("caller").Journey.Count(step => step.What == JourneyEvent.RecordingResumeFailed).Should().Be(1);
        desk.State.Agents["anna"].Notice!.Kind.Should().Be(NoticeKind.RecordingStaysSilent);
    }

    [Theory]
    [InlineData(PauseState.Beginning, true)]
    [InlineData(PauseState.Paused, true)]
    [InlineData(PauseState.Ending, false)]
    public void After_a_restart_the_switch_is_told_once_more_what_it_was_told_last(PauseState state, bool on)
    {
        var desk = Talking().Pauses();
        _ = state == PauseState.Beginning ? desk : desk.IsSilent();
        _ = state == PauseState.Ending ? desk.Resumes() : desk;
        var (leg, path) = (desk.OfferOf("anna").Leg, desk.Caller("caller").Talk!.Recording!);
        OnDisk.Restored(desk.State).Callers[Caller].Pause.Should().Be(desk.Pause());
        desk.Restart().Pass(4).Effects.OfType<Effect.Mask>().Should().BeEmpty("the switch is not there yet");
        desk.Survey(Desk.Live(leg, Caller), Desk.Live(Caller, leg)).Effects.Should().Contain(new Effect.Mask(Caller, path, on));
    }

    [Fact]
    public void A_time_that_was_up_while_the_service_was_away_ends_it_as_soon_as_it_is_back()
    {
        var desk = Talking().Pauses().IsSilent();
        var leg = desk.OfferOf("anna").Leg;
        desk.Now += TimeSpan.FromMinutes(10);
        desk.Restart().Survey(Desk.Live(leg, Caller), Desk.Live(Caller, leg)).Pass(0);
        desk.AllEffects.OfType<Effect.Mask>().Last().On.Should().BeFalse();
    }

    [Fact]
    public void What_cannot_be_is_refused_with_what_to_do()
    {
        var desk = new Desk(Desk.Sales with { Record = false }, Desk.Serving("anna", "sales")).Joins("caller").Talks("anna");
        desk.Refused(new Event.RecordingPauseAsked(desk.Now, Caller)).Should().Be("The call is not being recorded.");
        desk = Talking();
        desk.Refused(new Event.RecordingResumeAsked(desk.Now, Caller)).Should().Be("The recording is not paused.");
        desk.Do(new Event.NodeLost(desk.Now, Desk.Node, "gone"));
        desk.Refused(new Event.RecordingPauseAsked(desk.Now, Caller)).Should().Contain("the recording goes on");
        desk.Refused(new Event.RecordingPauseAsked(desk.Now, Desk.Call("nobody"))).Should().Contain("no call 'nobody'");
    }

    [Fact]
    public void What_the_switch_says_late_or_twice_changes_nothing()
    {
        var desk = Talking().Do(new Event.RecordingMasked(Desk.Opening, Caller, On: true)).Do(new Event.RecordingMasked(Desk.Opening, Caller, On: false)).Do(Failed(ReplyOutcome.Refused));
        desk.State.Ignored.Should().Be(3);
        desk.Pauses().Resumes().IsSilent().Pause()!.State.Should().Be(PauseState.Ending, "the answer to the first command, when the second was on the way");
    }

    [Fact]
    public void A_caller_who_hangs_up_in_it_has_a_recording_that_is_silent_at_its_end()
    {
        var desk = Talking().Pauses().IsSilent().Pass(8).HangsUp("caller");
        desk.History.Single().RecordingPausedSeconds.Should().Be(8);
        desk.State.Callers.Should().BeEmpty();
        desk.Pass(600).Effects.OfType<Effect.Mask>().Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_that_the_switch_never_confirmed_counts_as_none_and_the_history_says_so(bool resumed)
    {
        var desk = Talking().Pauses().Do(Failed(ReplyOutcome.TimedOut)).Pass(20);
        _ = resumed ? desk.Resumes().Pass(2).Sounds() : desk;
        var entry = desk.Pass(1).HangsUp("caller").History.Single();
        entry.RecordingPausedSeconds.Should().Be(0);
        entry.Journey.Single(step => step.What == JourneyEvent.RecordingPauseUnconfirmed).Detail.Should().Be(resumed ? "22 s" : "21 s");
        entry.Journey.Should().NotContain(step => step.What == JourneyEvent.RecordingPaused || step.What == JourneyEvent.RecordingResumed);
    }

    [Fact]
    public void One_that_was_confirmed_counts_until_the_switch_says_that_it_is_over()
    {
        var desk = Talking().Pauses().Pass(4).IsSilent().Pass(10).Resumes().Pass(2);
        OnDisk.Restored(desk.State).Callers[Caller].Pause.Should().Be(desk.Pause());
        desk.HangsUp("caller").History.Single().RecordingPausedSeconds.Should().Be(12, "from when the switch said that it was silent");
    }

    [Fact]
    public void One_of_an_outgoing_conversation_that_was_never_confirmed_is_told_in_its_history()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.RecordingPauseAsked(desk.Now, OutgoingDesk.Own, "anna")).Pass(5).AnnaHangsUp();
        desk.Ended().RecordingPausedSeconds.Should().Be(0);
        desk.Ended().Journey.Should().ContainSingle(step => step.What == JourneyEvent.RecordingPauseUnconfirmed);
    }

    [Fact]
    public void An_outgoing_conversation_is_paused_too_and_what_follows_its_transfer_begins_silent()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        var path = desk.Call().Talk!.Recording!;
        desk.Do(new Event.RecordingPauseAsked(desk.Now, OutgoingDesk.Own, "anna")).Effects.Should().Contain(new Effect.Mask(OutgoingDesk.Own, path, On: true));
        desk.Do(new Event.RecordingMasked(desk.Now, OutgoingDesk.Own, On: true)).Pass(7);
        var leg = desk.Call().Leg;
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Queue, "sales", "anna"))
            .Ends(OutgoingDesk.Own).Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now));
        desk.Ended().RecordingPausedSeconds.Should().Be(7);
        desk.Answers(desk.State.Offers.Values.Single().Agent).Effects.OfType<Effect.Connect>().Single().Should().BeEquivalentTo(new { Masked = true });
        desk.Connects(desk.State.Offers.Values.Single().Agent).Effects.OfType<Effect.Mask>().Single().Should().Be(new Effect.Mask(leg, desk.State.Callers[leg].Talk!.Recording!, On: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_that_ends_while_the_two_are_being_joined_leaves_no_recording_silent(bool byItself)
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.RecordingPauseAsked(desk.Now, OutgoingDesk.Own, "anna")).Do(new Event.RecordingMasked(desk.Now, OutgoingDesk.Own, On: true)).Pass(299);
        var leg = desk.Call().Leg;
        desk.Do(new Event.AgentSignedIn(desk.Now, "boris")).Do(new Event.TransferAsked(desk.Now, OutgoingDesk.Own, TransferKind.Queue, "sales", "anna"))
            .Ends(OutgoingDesk.Own).Do(new Event.CallArrived(desk.Now, leg, OutgoingDesk.Number, "", "1000", desk.Now));
        var agent = desk.State.Offers.Values.Single().Agent;
        desk.Answers(agent).Effects.OfType<Effect.Connect>().Single().Should().BeEquivalentTo(new { Masked = true });
        _ = byItself ? desk.Pass(1) : desk.Do(new Event.RecordingResumeAsked(desk.Now, leg, "vera"));
        desk.State.Callers[leg].Pause.Should().BeNull();
        OnDisk.Restored(desk.State).Offers.Values.Single().Masked.Should().BeTrue("the service may die meanwhile");
        desk.Connects(agent).Effects.OfType<Effect.Mask>().Single().Should().Be(new Effect.Mask(leg, desk.State.Callers[leg].Talk!.Recording!, On: false));
        desk.Do(new Event.RecordingMasked(desk.Now, leg, On: false)).State.Callers[leg].Pause.Should().BeNull();
    }

    [Fact]
    public void One_of_an_outgoing_conversation_that_is_forgotten_ends_by_itself()
    {
        var desk = OutgoingDesk.Open().Dials().Talk();
        desk.Do(new Event.RecordingPauseAsked(desk.Now, OutgoingDesk.Own, "anna")).Do(new Event.RecordingMasked(desk.Now, OutgoingDesk.Own, On: true)).Pass(300);
        desk.AllEffects.OfType<Effect.Mask>().Last().On.Should().BeFalse();
        desk.Do(new Event.RecordingMasked(desk.Now, OutgoingDesk.Own, On: false)).Call().Pause.Should().BeNull();
    }

    static Desk Talking(params string[] agents) => new Desk(new Configuration
    {
        Queues = [Desk.Sales],
        Agents = [.. (agents is [] ? ["anna"] : agents).Select(agent => Desk.Serving(agent, "sales"))],
    }).Joins("caller").Talks("anna");

    static Event.MaskFailed Failed(ReplyOutcome outcome) => new(Desk.Opening, Caller, On: true, outcome, "-ERR");
}

/// <summary>Pauses of the recording of the one caller, in a word each.</summary>
static class PausingDesk
{
    public static Desk Pauses(this Desk desk) => desk.Do(new Event.RecordingPauseAsked(desk.Now, Desk.Call("caller"), "anna"));

    public static Desk Resumes(this Desk desk) => desk.Do(new Event.RecordingResumeAsked(desk.Now, Desk.Call("caller"), "anna"));

    public static Desk IsSilent(this Desk desk) => desk.Do(new Event.RecordingMasked(desk.Now, Desk.Call("caller"), On: true));

    public static Desk Sounds(this Desk desk) => desk.Do(new Event.RecordingMasked(desk.Now, Desk.Call("caller"), On: false));

    public static RecordingPause? Pause(this Desk desk) => desk.Caller("caller").Pause;

    public static string? Refused(this Desk desk, Event.ITalkCommand command) => TalkCommand.Refusal(desk.State, command);
}

using FluentAssertions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Queues;
using Web3Tel.Recordings;
using Web3Tel.Speech;
using Xunit;

namespace Web3Tel.Tests.Distribution;

/// <summary>What an operator and somebody who is asked say to each other while the caller hears music.</summary>
public sealed class Consultations_are_recorded
{
    const string Number = "+79160000002";

    static CallRef Caller => Desk.Call("caller");

    [Fact]
    public void And_stand_in_the_history_by_themselves_with_both_operators_and_the_call_they_are_about()
    {
        var desk = Asking();
        var consult = desk.Effects.OfType<Effect.Consult>().Single();
        consult.RecordTo.Should().Be("2026/11/24/100000-7916-anna-boris-2-caller.wav");
        var leg = desk.Guest().Leg;
        desk.Pass(3).Joined().Caller("caller").Journey[^1].Should().Be(new JourneyStep(desk.Now, JourneyEvent.ConsultBegan, "anna", leg.Id));
        desk.Pass(20).Do(new Event.ConsultCancelled(desk.Now, Caller, "anna"));
        var entry = desk.History.Single();
        entry.Should().BeEquivalentTo(new
        {
            Id = leg.Id,
            Direction = CallDirection.Consultation,
            ConsultationOf = "caller",
            Number = "+7 916 caller",
            Dialled = "boris",
            Queue = "sales",
            Agent = "anna",
            WaitedSeconds = 3.0,
            TalkedSeconds = 20.0,
            Recording = consult.RecordTo,
            HungUpBy = EndedBy.Agent,
            Result = CallResult.Answered,
        });
        entry.Journey.Select(step => (step.What, step.Agent)).Should().Equal(
            (JourneyEvent.Consulted, "anna"), (JourneyEvent.Connected, "anna"), (JourneyEvent.Connected, "boris"), (JourneyEvent.Ended, null));
        desk.Pass(1).Connects("anna").HangsUp("caller").History.Should().HaveCount(2).And.ContainSingle(call => call.Id == "caller" && call.ConsultationOf == null);
    }

    [Fact]
    public void It_ends_when_the_caller_is_handed_over_and_what_the_two_say_then_is_in_the_callers_recording_alone()
    {
        var desk = Asking().Joined();
        var (leg, path) = (desk.Guest().Leg, desk.Guest().Consultation!.Recording!);
        desk.Pass(5).Do(new Event.ConsultCompleted(desk.Now, Caller, "anna"));
        desk.Effects.Should().ContainInOrder(new Effect.EndRecording(leg, path), new Effect.Connect(desk.Guest().Number, Caller, leg, null) { OutlivesPhone = true });
        desk.History.Single().Should().Match<HistoryEntry>(entry => entry.TalkedSeconds == 5 && entry.HungUpBy == EndedBy.Agent);
        desk.GuestConnects().Pass(5).HangsUp("caller").History.Should().HaveCount(2);
    }

    [Fact]
    public void Whoever_ends_it_stands_in_the_history()
    {
        Asking().Joined().GuestHangsUp().History.Single().HungUpBy.Should().Be(EndedBy.Caller, "that is who was asked");
        Asking().Joined().AgentHangsUp("anna").History.Single().HungUpBy.Should().Be(EndedBy.Agent);
        Asking().Joined().HangsUp("caller").History.Single(entry => entry.ConsultationOf is not null).HungUpBy.Should().Be(EndedBy.Service, "the caller is gone, and it is about nobody");
        var desk = Asking().Joined();
        desk.Do(new Event.CallEnded(desk.Now, desk.OfferOf("anna").Leg, new HangupCause("MEDIA_TIMEOUT"), HungUpBy.Peer)).History.Single().Dialled.Should().Be("boris");
    }

    [Fact]
    public void One_that_never_began_is_none()
    {
        Asking().GuestHangsUp().History.Should().BeEmpty();
        var desk = Talking().Consults("boris").Arrives("caller");
        desk.Do(new Event.OfferFailed(desk.Now, desk.Guest().Number, OfferOutcome.NoAnswer)).History.Should().BeEmpty();
        desk = Asking();
        desk.Do(new Event.ConnectFailed(desk.Now, desk.Guest().Number, desk.OfferOf("anna").Leg, ReplyOutcome.Refused)).History.Should().BeEmpty();
    }

    [Fact]
    public void By_the_rule_of_the_conversation_the_caller_is_taken_out_of()
    {
        var desk = Asking(Usual(Desk.Sales with { Record = false }));
        desk.Effects.OfType<Effect.Consult>().Single().RecordTo.Should().BeNull();
        desk.Joined().GuestHangsUp().History.Single().Should().Match<HistoryEntry>(entry => entry.Recording == null && entry.ConsultationOf == "caller");
        Asking(Usual(Desk.Sales with { RecordInStereo = true })).Effects.OfType<Effect.Consult>().Single().Sides.Should().Be(RecordingSides.OwnLeft);
    }

    [Fact]
    public void A_death_of_the_service_ends_it_with_the_next_survey_and_loses_it_not()
    {
        var desk = Asking().Pass(1).Joined();
        var (anna, boris) = (desk.OfferOf("anna").Leg, desk.Guest().Leg);
        OnDisk.Restored(desk.State).Guests.Values.Single().Should().BeEquivalentTo(desk.Guest());
        desk.Pass(10).Restart().History.Should().BeEmpty();
        desk.Pass(2).Survey(Desk.Live(anna, boris), Desk.Live(boris, anna), Desk.Live(Caller)).History.Single().Should().Match<HistoryEntry>(entry =>
            entry.Id == boris.Id && entry.TalkedSeconds == 12 && entry.HungUpBy == EndedBy.Unknown && entry.Recording != null);
    }

    [Fact]
    public void One_that_was_handed_over_while_nobody_saw_ends_where_the_caller_is_found_there()
    {
        var desk = Asking().Joined();
        var (anna, boris, path) = (desk.OfferOf("anna").Leg, desk.Guest().Leg, desk.Guest().Consultation!.Recording!);
        desk.Restart().Survey(Desk.Live(anna), Desk.Live(boris, Caller), Desk.Live(Caller, boris));
        desk.Effects.Should().Contain(new Effect.EndRecording(boris, path));
        desk.History.Single().ConsultationOf.Should().Be("caller");
        desk.CallerOf("boris").Should().Be("caller");
    }

    [Fact]
    public void A_pause_of_the_call_holds_for_it_too()
    {
        var desk = Asking().Joined();
        var (leg, path, own) = (desk.Guest().Leg, desk.Guest().Consultation!.Recording!, desk.Caller("caller").Recording!);
        desk.Do(new Event.RecordingPauseAsked(desk.Now, Caller, "anna")).Effects.OfType<Effect.Mask>().Should().Equal(new Effect.Mask(Caller, own, true), new Effect.Mask(leg, path, true));
        RunningRecording.Of(desk.State, Caller)!.Value.Should().HaveCount(2).And.OnlyContain(recording => recording.Pause!.State == PauseState.Beginning);
        desk.Do(new Event.RecordingMasked(desk.Now, Caller, true)).Do(new Event.RecordingMasked(desk.Now, leg, true));
        RunningRecording.Of(desk.State, Caller)!.Value.Should().OnlyContain(recording => recording.Pause!.State == PauseState.Paused);
        desk.Pass(7).Do(new Event.RecordingResumeAsked(desk.Now, Caller, "anna")).Effects.OfType<Effect.Mask>().Should().Equal(new Effect.Mask(Caller, own, false), new Effect.Mask(leg, path, false));
        desk.Do(new Event.RecordingMasked(desk.Now, leg, false)).Pass(1).GuestHangsUp();
        desk.History.Single().RecordingPausedSeconds.Should().Be(7);
    }

    [Fact]
    public void What_was_paused_before_begins_silent_and_a_pause_that_is_forgotten_ends_there_too()
    {
        var desk = Talking().Do(new Event.RecordingPauseAsked(Desk.Opening, Caller, "anna")).Do(new Event.RecordingMasked(Desk.Opening, Caller, true))
            .Pass(10).Consults("boris").Arrives("caller").GuestAnswers();
        desk.Effects.OfType<Effect.Consult>().Single().Masked.Should().BeTrue();
        var (leg, path) = (desk.Guest().Leg, desk.Guest().Consultation!.Recording!);
        desk.Joined().Effects.Should().Contain(new Effect.Mask(leg, path, true), "only what the switch says is believed");
        desk.Do(new Event.RecordingMasked(desk.Now, leg, true)).Pass(290).AllEffects.Should().Contain(new Effect.Mask(leg, path, false), "its time began with that of the call");
        desk.GuestHangsUp().History.Single().RecordingPausedSeconds.Should().Be(290);
    }

    [Fact]
    public void Where_it_alone_cannot_be_paused_the_operator_is_told_that_it_goes_on()
    {
        var desk = Asking().Joined();
        desk.Do(new Event.RecordingPauseAsked(desk.Now, Caller, "anna")).Do(new Event.RecordingMasked(desk.Now, Caller, true))
            .Do(new Event.MaskFailed(desk.Now, desk.Guest().Leg, true, ReplyOutcome.Refused, "-ERR"));
        desk.State.Agents["anna"].Notice!.Kind.Should().Be(NoticeKind.RecordingGoesOn);
        RunningRecording.Of(desk.State, Caller)!.Value.Select(recording => recording.Pause?.State).Should().Equal(PauseState.Paused, null);
    }

    [Fact]
    public void A_number_outside_is_told_first_where_outgoing_calls_are()
    {
        var desk = Outside();
        desk.Effects.OfType<Effect.Consult>().Should().BeEmpty();
        desk.Effects.OfType<Effect.Whisper>().Single().Should().Match<Effect.Whisper>(told => told.Source == "notice.wav" && told.Leg == desk.Guest().Leg && told.Otherwise!.Contains("записывается"));
        desk.Arrives("caller").Effects.OfType<Effect.Consult>().Should().BeEmpty("who comes from out of sight meanwhile changes nothing");
        desk.Do(new Event.Whispered(desk.Now, desk.Guest().Number)).Effects.OfType<Effect.Consult>().Single().RecordTo.Should().NotBeNull();
        desk.Joined().GuestHangsUp().History.Single().Journey.Select(step => step.What).Should().Equal(
            JourneyEvent.Consulted, JourneyEvent.RecordingAnnounced, JourneyEvent.Connected, JourneyEvent.Ended);
    }

    [Fact]
    public void Nobody_is_joined_untold_and_one_that_goes_on_for_ever_stops_nobody()
    {
        var desk = Outside();
        desk.Do(new Event.Whispered(desk.Now, desk.Guest().Number, OutOfSight: true)).State.Guests.Should().BeEmpty();
        desk = Outside();
        desk.GuestHangsUp().State.Guests.Should().BeEmpty();
        desk = Outside();
        desk.Pass(30).Effects.OfType<Effect.Consult>().Should().ContainSingle();
        desk = Talking(WithNotice).Consults("boris").Arrives("caller").GuestAnswers();
        desk.Effects.OfType<Effect.Consult>().Should().ContainSingle("who is asked and works here knows it");
        desk = Outside(WithNotice with { Queues = [Desk.Sales with { Record = false }] });
        desk.Effects.OfType<Effect.Consult>().Should().ContainSingle("where nothing is recorded nothing is said");
    }

    static Configuration WithNotice => Usual(Desk.Sales) with { Outgoing = new OutgoingSettings { RecordingNotice = "notice.wav", Language = Language.Russian } };

    static Configuration Usual(QueueSettings queue) => new()
    {
        Queues = [queue],
        Agents = [Desk.Serving("anna", "sales"), Desk.Serving("boris", "sales")],
        LineOut = "sofia/gateway/out/{number}",
    };

    static Desk Talking(Configuration? configuration = null) => new Desk(configuration ?? Usual(Desk.Sales)).Joins("caller").Talks("anna");

    /// <summary>The other operator has answered.</summary>
    static Desk Asking(Configuration? configuration = null) => Talking(configuration).Consults("boris").Arrives("caller").GuestAnswers();

    /// <summary>The number outside has answered.</summary>
    static Desk Outside(Configuration? configuration = null) => Talking(configuration ?? WithNotice).ConsultsOutside(Number).Arrives("caller").GuestAnswers();
}

using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>An agent asks somebody else while the caller hears music, and then hands over or takes back.</summary>
static class Consulting
{
    public static void Consult(this Decision now, Offer offer, Caller caller, Event.ConsultAsked asked)
    {
        if (offer.State == OfferState.Talking)
        {
            now.Hold(offer, caller);
        }

        // While somebody is called in, it is the guest's deadline that counts.
        now.Set(now.Offer(offer.Number)! with { State = OfferState.Held, GiveBack = false, Until = null });
        var whom = $"{asked.Kind}: {asked.To}";
        caller = now.Caller(caller.Call)!.With(now.At, JourneyEvent.Consulted, offer.Agent, whom);
        var agent = asked.Kind switch
        {
            TransferKind.Agent => asked.To,
            TransferKind.Queue => now.NextOf(now.State.Queues[asked.To])!.Id,
            TransferKind.Number => null,
        };
        var guest = now.RingGuest(caller, offer.Queue, agent, agent ?? asked.To, GuestPurpose.Consult);
        var consultation = new Consultation(offer.Agent, offer.Queue, now.At, now.RecordingOfConsultation(caller, offer, guest));
        now.Set(guest with { Consultation = consultation.With(now.At, JourneyEvent.Consulted, offer.Agent, whom) });
        now.Set(caller with { Guest = guest.Number });
    }

    /// <summary>Who has answered is joined with the agent, a number outside when it has heard that it is recorded, where that is demanded.</summary>
    public static void JoinConsult(this Decision now, Guest guest, Offer offer)
    {
        if (now.NoticeFor(guest) is { } notice)
        {
            now.Set(guest with { State = GuestState.Answered, Announcing = true, Since = now.At, Until = now.At + AnnouncingRecordings.Longest });
            now.TellOutside(guest.Number, guest.Leg, notice);
            return;
        }

        var caller = now.Caller(guest.Call)!;
        // What the caller says is not to be heard by others: nor is what is said of it.
        var pause = guest.Consultation?.Recording is not null && caller.Pause is { State: not PauseState.Ending } secret
            ? new RecordingPause(PauseState.Beginning, now.At, secret.Until, secret.By)
            : null;
        now.Set(guest with
        {
            State = GuestState.Joining,
            Announcing = false,
            Since = now.At,
            Until = now.At + now.Configuration.ConnectTime,
            Masked = pause is not null,
            Consultation = guest.Consultation is { } consultation ? consultation with { Pause = pause } : null,
        });
        now.Emit(new Effect.Consult(guest.Number, offer.Leg, guest.Leg)
        {
            RecordTo = guest.Consultation?.Recording,
            Sides = guest.Consultation?.Recording is null ? RecordingSides.Together : now.SidesOf(caller),
            Masked = pause is not null,
        });
    }

    /// <summary>Who is asked has heard that it is recorded, or cannot be told.</summary>
    public static void EndConsultNotice(this Decision now, Guest guest)
    {
        var consultation = guest.Consultation!.With(now.At, JourneyEvent.RecordingAnnounced, guest.Consultation.Agent);
        now.JoinConsult(guest with { Consultation = consultation }, now.Offer(((CallerState.Talking)now.Caller(guest.Call)!.State).Offer)!);
    }

    public static void BeginConsult(this Decision now, Guest guest)
    {
        now.Set(guest with { State = GuestState.Consulting, Since = now.At, Until = now.NextInquiry(), Consultation = now.Begun(guest) });
        if (guest.Agent is not null && now.Agent(guest.Agent) is { } agent)
        {
            now.Set(agent with { State = new AgentState.Talking(now.At, guest.Number) });
        }

        if (guest.Consultation is { } consultation)
        {
            now.Set(now.Caller(guest.Call)!.With(now.At, JourneyEvent.ConsultBegan, consultation.Agent, guest.Leg.Id));
            now.KeepPause(guest.Leg, guest.Masked);
        }
    }

    public static void CompleteConsult(this Decision now, Caller caller) => now.ConnectGuest(now.LeaveConsultation(now.GuestOf(caller)!, EndedBy.Agent));

    public static void CancelConsult(this Decision now, Caller caller)
    {
        var guest = now.GuestOf(caller)!;
        now.EndConsultation(guest, EndedBy.Agent, HangupCause.NormalClearing);
        now.EndGuest(guest, OfferOutcome.Withdrawn);
        caller = now.Caller(caller.Call)!.With(now.At, JourneyEvent.TransferFailed, detail: "Taken back.");
        now.Set(caller);
        now.RejoinSoon(now.Offer(((CallerState.Talking)caller.State).Offer)!);
    }

    /// <summary>What a number outside has still to hear before a conversation that is recorded; null for nothing.</summary>
    static string? NoticeFor(this Decision now, Guest guest) =>
        guest is { Agent: null, Consultation: { Recording: not null, IsTold: false } } ? now.Configuration.Outgoing.RecordingNotice : null;

    static Consultation? Begun(this Decision now, Guest guest)
    {
        if (guest.Consultation is not { } consultation)
        {
            return null;
        }

        var begun = consultation.With(now.At, JourneyEvent.Connected, consultation.Agent, guest.To) with { Began = now.At };
        return guest.Agent is { } asked ? begun.With(now.At, JourneyEvent.Connected, asked) : begun;
    }
}

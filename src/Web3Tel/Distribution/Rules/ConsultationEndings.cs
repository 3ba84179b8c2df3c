using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>How conversations of agents with those who were asked end: each once, in the history.</summary>
static class ConsultationEndings
{
    /// <summary>The call of the guest ends with it, and its recording with the call. Of one that never began nothing is to be told.</summary>
    /// <param name="by">Who ended it; <see cref="EndedBy.Caller"/> for who was asked, and the service where the caller is gone.</param>
    public static void EndConsultation(this Decision now, Guest guest, EndedBy by, HangupCause cause)
    {
        if (now.Guest(guest.Number) is not { Consultation: { } consultation } known)
        {
            return;
        }

        now.Set(known with { Consultation = null });
        if (consultation.Began is { } began)
        {
            now.Emit(new Effect.Archive(now.ToHistory(known, consultation, began, by, cause)));
        }
    }

    /// <summary>The guest goes on, with the caller: the recording of what was said before ends here.</summary>
    public static Guest LeaveConsultation(this Decision now, Guest guest, EndedBy by)
    {
        now.EndConsultation(guest, by, HangupCause.NormalClearing);
        if (guest.Consultation is { Began: not null, Recording: { } path })
        {
            now.Emit(new Effect.EndRecording(guest.Leg, path));
        }

        return guest with { Consultation = null };
    }

    /// <summary>The agent who asks is gone.</summary>
    public static void LeaveConsultation(this Decision now, Offer offer, Event.CallEnded ended)
    {
        if (now.Caller(offer.Call) is { } caller && now.GuestOf(caller) is { } guest)
        {
            now.EndConsultation(guest, Conversations.By(ended, party: EndedBy.Agent, peer: EndedBy.Caller), ended.Cause);
        }
    }

    static HistoryEntry ToHistory(this Decision now, Guest guest, Consultation consultation, DateTimeOffset began, EndedBy by, HangupCause cause)
    {
        var caller = now.Caller(guest.Call);
        var tape = Tape.Of(guest);
        var journey = tape.Doubt(now.At, consultation.Agent) is { } doubt ? consultation.Journey.Add(doubt) : consultation.Journey;
        return new HistoryEntry
        {
            Id = guest.Leg.Id,
            Node = guest.Leg.Node,
            Direction = CallDirection.Consultation,
            ConsultationOf = guest.Call.Id,
            Number = caller?.Number ?? "",
            Name = caller?.Name ?? "",
            Dialled = guest.To,
            Queue = consultation.Queue,
            Arrived = consultation.Asked,
            Answered = began,
            Ended = now.At,
            Agent = consultation.Agent,
            WaitedSeconds = Endings.Seconds(consultation.Asked, began),
            TalkedSeconds = Endings.Seconds(began, now.At),
            Recording = consultation.Recording,
            RecordingPausedSeconds = tape.PausedSeconds(now.At),
            Result = CallResult.Answered,
            Cause = cause,
            HungUpBy = by,
            Journey = journey.Add(new JourneyStep(now.At, JourneyEvent.Ended, null, cause.Name)),
        };
    }
}

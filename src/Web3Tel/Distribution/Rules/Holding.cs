using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers on hold. They go to the dialplan, which brings them to us for their music: should the service die, they come back by the
/// same way. The agent's leg is kept in silence, with a tone now and then, and not for ever.
/// </summary>
static class Holding
{
    /// <summary>What the agent hears when the caller has been on hold for a while.</summary>
    const string Reminder = "tone_stream://%(150,150,880);loops=2";

    /// <summary>How soon a caller is given back to an agent whose own leg has just left a consultation.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.5);

    public static void Hold(this Decision now, Offer offer, Caller caller)
    {
        now.Set(offer with
        {
            State = OfferState.Held,
            HeldSince = now.At,
            GiveBack = false,
            Parted = false,
            Until = now.At + now.Settings(offer.Queue).HoldReminder,
        });
        now.Set(now.Absent(caller.With(now.At, JourneyEvent.Held, offer.Agent)));
        now.Emit(new Effect.Part(caller.Call, offer.Leg, now.Settings(offer.Queue).LongestHold + Moment));
    }

    /// <summary>At once, or as soon as the caller is there.</summary>
    public static void Rejoin(this Decision now, Offer offer, Caller caller)
    {
        if (caller.Away is not null)
        {
            now.Set(offer with { GiveBack = true });
            return;
        }

        var comesBack = now.ComeBackAfterTalk(offer.Queue);
        now.Set(offer with { State = OfferState.Resuming, GiveBack = false, Until = now.At + now.Configuration.ConnectTime, ComesBack = comesBack, OutlivesPhone = true });
        now.Emit(new Effect.Connect(offer.Number, caller.Call, offer.Leg, RecordTo: null, comesBack) { OutlivesPhone = true });
    }

    /// <summary>Gives the agent's leg time to come out of a consultation.</summary>
    public static void RejoinSoon(this Decision now, Offer offer) =>
        now.Set(offer with { State = OfferState.Held, GiveBack = true, RingsBack = false, Until = now.At + Moment });

    /// <summary>The caller has reached us from the conversation, or after a restart.</summary>
    public static void ComeToHold(this Decision now, Offer offer, Caller caller)
    {
        caller = caller with { Away = null };
        now.Set(caller);
        if (offer.State == OfferState.Resuming)
        {
            // The two were not joined: the switch has sent the caller round once more.
            offer = offer with { State = OfferState.Held, GiveBack = true };
        }

        if (offer.GiveBack)
        {
            now.Rejoin(offer, caller);
            return;
        }

        now.Emit(new Effect.Hold(caller.Call, now.Settings(offer.Queue).Music));
        if (now.GuestOf(caller) is { State: GuestState.Answered, Announcing: false } guest)
        {
            now.JoinConsult(guest, offer);
        }
    }

    public static void Resumed(this Decision now, Offer offer)
    {
        now.TalkOn(offer);
        now.Set(now.Caller(offer.Call)!.With(now.At, JourneyEvent.Resumed, offer.Agent));
    }

    /// <summary>The two were talking all along: the switch could not part them.</summary>
    public static void FailPart(this Decision now, Event.PartFailed failed)
    {
        switch (now.Caller(failed.Call))
        {
            case { State: CallerState.Talking talking, Away: not null } caller when now.Offer(talking.Offer) is { State: OfferState.Held } offer:
                now.Set(caller with { Away = null });
                // Perhaps because they talk no more.
                now.AskAfterTalk(offer);
                break;
            case { State: CallerState.Waiting or CallerState.Transferring, Away: not null } caller:
                // The agent has been freed: whoever is still on the line afterwards is where the transfer led to.
                now.Emit(new Effect.HangUp(failed.Leg, HangupCause.NormalClearing));
                now.ComeBack(caller);
                now.Inquire(caller.Call);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    public static void ExpireHold(this Decision now, Offer offer)
    {
        var caller = now.Caller(offer.Call)!;
        var end = (offer.HeldSince ?? now.At) + now.Settings(offer.Queue).LongestHold;
        if (offer.RingsBack)
        {
            now.RingBack(offer);
        }
        else if (offer.GiveBack && caller.Away is null)
        {
            now.Rejoin(offer, caller);
        }
        else if (offer.GiveBack)
        {
            now.RejoinSoon(offer);
        }
        else if (now.At >= end)
        {
            now.Recall(offer);
        }
        else
        {
            var next = now.At + now.Settings(offer.Queue).HoldReminder;
            now.Set(offer with { Until = next < end ? next : end });
            now.Emit(new Effect.Whisper(offer.Number, offer.Leg, Reminder, end - now.At + Moment));
        }
    }

    /// <summary>The agent is gone, or cannot be joined with the caller any more, who is the first in the queue again.</summary>
    public static void ReturnToQueue(this Decision now, Offer offer, bool legLives, string why)
    {
        // The agent, and whoever was consulted, may be free at once: they are for the first in the queue.
        now.ServeAfter(() =>
        {
            if (now.GuestOf(now.Caller(offer.Call)!) is { } guest)
            {
                now.EndGuest(guest, OfferOutcome.Withdrawn);
            }

            if (legLives)
            {
                now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
            }

            now.BackToLine(now.FinishTalk(offer), offer.Agent, why);
        });
    }

    public static void BackToLine(this Decision now, Caller caller, string? agent, string why)
    {
        var back = caller.With(now.At, JourneyEvent.BackInQueue, agent, why);
        // Whom an agent had called, and transferred past all queues, was in none before.
        var wasInOne = caller.Journey.Exists(step => step.What == JourneyEvent.Joined);
        now.Set((wasInOne ? back : back.With(now.At, JourneyEvent.Joined, detail: caller.Queue)) with
        {
            State = new CallerState.Waiting(null),
            WaitUntil = null,
            Guest = null,
            Wishes = caller.Wishes?.ForAnyAgent(),
        });
        if (caller.Away is null)
        {
            now.Emit(new Effect.Receive(caller.Call));
        }

        now.Inquire(caller.Call);
        now.ServeQueue(caller.Queue!);
    }
}

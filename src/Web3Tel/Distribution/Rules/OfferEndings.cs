using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Offers that do not lead to a conversation. The caller keeps the place.</summary>
static class OfferEndings
{
    public static void FailOffer(this Decision now, Event.OfferFailed failed)
    {
        switch (now.Offer(failed.Offer))
        {
            case { State: OfferState.Ringing } offer when failed.Outcome == OfferOutcome.LostSight:
                now.Orphan(offer);
                now.ServeQueue(offer.Queue);
                break;
            case { State: OfferState.Ringing } offer:
                now.EndRinging(offer, failed.Outcome);
                break;
            case null when now.Guest(failed.Offer) is { State: GuestState.Ringing } guest:
                now.FailGuest(guest, failed.Outcome, failed.Outcome.ToString());
                break;
            case null when now.OutgoingRung(failed.Offer) is { } call:
                now.FailRing(call, failed);
                break;
            case { State: OfferState.Orphaned } offer when failed.Outcome != OfferOutcome.LostSight:
                now.EndOrphan(offer, legLives: false);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>The phone rings no more: the agent rests, and the caller is offered to the next at once.</summary>
    public static void EndRinging(this Decision now, Offer offer, OfferOutcome outcome)
    {
        now.Remove(offer);
        now.EndTurn(offer.Agent, now.Settings(offer.Queue), outcome);
        now.Release(offer, outcome);
        now.ServeQueue(offer.Queue);
    }

    /// <summary>The phone rings no more: who did not take the call rests for as long as the queue says, who is not to blame keeps the turn.</summary>
    public static void EndTurn(this Decision now, string agent, QueueSettings settings, OfferOutcome outcome)
    {
        switch (outcome)
        {
            case OfferOutcome.Rejected:
                // Whoever rejects is there.
                now.EndUnanswered(agent);
                now.Rest(agent, RestReason.Rejected, settings.AfterReject);
                break;
            case OfferOutcome.Busy:
                now.Rest(agent, RestReason.Busy, settings.AfterBusy);
                break;
            case OfferOutcome.NoAnswer:
                now.LeaveUnanswered(agent, settings.AfterNoAnswer);
                break;
            case OfferOutcome.Unreachable or OfferOutcome.LostSight:
                now.Rest(agent, RestReason.Unreachable, settings.AfterUnreachable);
                break;
            case OfferOutcome.Withdrawn or OfferOutcome.Reassigned or OfferOutcome.Answered or OfferOutcome.AnsweredElsewhere:
                now.GiveBack(agent);
                break;
        }
    }

    /// <summary>The caller the offer rings for waits for another one.</summary>
    public static void Release(this Decision now, Offer offer, OfferOutcome outcome)
    {
        if (offer.Along)
        {
            now.ReleaseAlong(offer, outcome);
        }
        else if (now.Caller(offer.Call) is { State: CallerState.Waiting waiting } caller && waiting.Offer == offer.Number)
        {
            now.Set(caller.Without(offer, now.At, outcome));
        }
    }

    /// <summary>The caller as one for whom the offer rings no more.</summary>
    public static Caller Without(this Caller caller, Offer? offer, DateTimeOffset at, OfferOutcome outcome)
    {
        if (offer is null)
        {
            return caller;
        }

        return caller.After(offer, at, outcome) with { State = new CallerState.Waiting(null) };
    }

    /// <summary>The caller as one who has been told how the offer ended.</summary>
    public static Caller After(this Caller caller, Offer offer, DateTimeOffset at, OfferOutcome outcome) =>
        caller.With(at, JourneyEvent.OfferEnded, offer.Agent, outcome.ToString()) with
        {
            RefusedBy = outcome.IsInVain() ? caller.RefusedBy.Add(offer.Agent) : caller.RefusedBy,
            Wishes = outcome.IsInVain() ? caller.Wishes?.RefusedBy(offer.Agent) : caller.Wishes,
        };

    public static bool IsInVain(this OfferOutcome outcome) =>
        outcome is OfferOutcome.Rejected or OfferOutcome.Busy or OfferOutcome.NoAnswer or OfferOutcome.Unreachable;

    /// <summary>The caller it rang for has left: it goes on ringing for the next in the queue, or is withdrawn.</summary>
    /// <param name="why">What is said of phones that ring along, when they have to stop with it.</param>
    public static void PassOn(this Decision now, Offer offer, OfferOutcome why = OfferOutcome.Withdrawn)
    {
        if (now.NextFor(offer.Queue, now.Agent(offer.Agent)!, offer.Leg.Node) is { } next)
        {
            now.Assign(now.Caller(next.Call)!, offer);
            now.EndNeedless(offer, why);
            return;
        }

        if (now.GoesOnAmongOthers(offer, why))
        {
            return;
        }

        if (offer.State == OfferState.Whispering && !now.State.Nodes.Contains(offer.Leg.Node))
        {
            now.Orphan(offer);
            return;
        }

        now.Remove(offer);
        now.Emit(offer.State == OfferState.Whispering
            ? new Effect.HangUp(offer.Leg, HangupCause.NormalClearing)
            : new Effect.Withdraw(offer.Number, why == OfferOutcome.AnsweredElsewhere));
        now.GiveBack(offer.Agent);
        now.EndNeedless(offer, why);
    }

    /// <summary>The offer that rings for this caller, if any.</summary>
    public static Offer? OfferTo(this Decision now, Caller caller) =>
        caller.State is CallerState.Waiting { Offer: { } number } ? now.Offer(number) : null;

    /// <summary>We lost sight of an offer that rings: the caller is free for another, the agent only when we know more.</summary>
    public static void Orphan(this Decision now, Offer offer)
    {
        now.Set(offer with { State = OfferState.Orphaned, Along = false, Until = now.At + now.Configuration.LostAfter });
        now.Release(offer, OfferOutcome.LostSight);
    }

    /// <summary>Whether the phone of a ringing we lost sight of rings on, nobody knows: it is ended as soon as that can be.</summary>
    public static void EndLostRing(this Decision now, CallRef leg, OfferOutcome outcome)
    {
        if (outcome == OfferOutcome.LostSight)
        {
            now.Emit(new Effect.HangUp(leg, HangupCause.NormalClearing));
            // The switch may be out of reach already, though nobody has said so yet.
            now.State = now.State with { ToEnd = now.State.ToEnd.Add(leg) };
        }
    }

    public static void EndOrphan(this Decision now, Offer offer, bool legLives)
    {
        now.EndRecording(offer);
        now.Remove(offer);
        if (legLives)
        {
            now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        }

        now.GiveBack(offer.Agent);
    }
}

using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Where several phones ring for one caller: a phone that rings along becomes the one that leads, since a caller has none, or since its agent
/// has answered; and one whose caller has left rings along, or is for another caller.
/// </summary>
static class TakingTheLead
{
    /// <summary>
    /// Callers for whom no phone rings have those that ring along already, but none behind one who is expected back. Whoever rings along for
    /// nobody after that stops.
    /// </summary>
    public static void LetThoseAlongLead(this Decision now, string name)
    {
        while (now.FirstAlong(now.State.Queues[name]) is var (offer, caller))
        {
            now.TakeLead(offer, caller);
        }

        // Of a switch that is away nothing is known: what rings there ends by itself, or by the next survey.
        foreach (var node in now.State.Nodes)
        {
            now.EndNeedless(name, node, OfferOutcome.Withdrawn);
        }
    }

    /// <summary>
    /// An agent has answered. An offer that rang along changes places with the phone of the first caller nobody has answered yet, which
    /// rings along from now on.
    /// </summary>
    public static void AnswerAmongOthers(this Decision now, Offer offer)
    {
        now.EndUnanswered(offer.Agent);
        var caller = offer.Along ? now.State.FirstUnanswered(offer) : null;
        // No longer one of the phones that just ring.
        offer = offer with { State = OfferState.Connecting };
        if (caller is not null)
        {
            now.TakeLead(offer, caller);
        }
        else
        {
            now.Set(offer with { Along = false });
        }

        var nobodyLeft = offer.Along && caller is null;
        offer = now.Offer(offer.Number)!;
        if (!nobodyLeft && now.Settings(offer.Queue).Whispers)
        {
            now.BeginWhisper(offer);
        }
        else
        {
            now.ConnectFirst(offer);
        }
    }

    /// <summary>The caller of the offer has left: it rings along for others, or has what another phone rings for if it has been answered.</summary>
    /// <returns>Whether all is done about it; otherwise it is to be withdrawn.</returns>
    public static bool GoesOnAmongOthers(this Decision now, Offer offer, OfferOutcome why)
    {
        if (offer.Level == 0)
        {
            return false;
        }

        var rings = offer.State == OfferState.Ringing;
        if (rings)
        {
            offer = offer with { Along = true };
            now.Set(offer);
        }

        if (now.State.FirstUnanswered(offer) is not { } first)
        {
            if (rings)
            {
                now.EndNeedless(offer, why);
            }

            return rings;
        }

        if (!rings)
        {
            now.TakeLead(offer, first);
        }
        else if (offer.Level > now.HighestLevel(now.State.Queues[offer.Queue], first))
        {
            return false;
        }
        else
        {
            now.Set(first.With(now.At, JourneyEvent.Offered, offer.Agent));
            now.Set(offer with { Call = first.Call });
        }

        now.EndNeedless(offer, rings ? why : OfferOutcome.AnsweredElsewhere);
        if (why == OfferOutcome.Withdrawn)
        {
            // Another is the first now. After an answer the queue is served anyway.
            now.ServeQueue(offer.Queue);
        }

        return true;
    }

    /// <summary>The caller it began to ring for is told how it ended, or the one it rings for by now of one who did not take it.</summary>
    public static void ReleaseAlong(this Decision now, Offer offer, OfferOutcome outcome)
    {
        var began = now.Caller(offer.Call) is { State: CallerState.Waiting or CallerState.Connecting, Away: null } own && own.Queue == offer.Queue ? own : null;
        if ((began ?? (outcome.IsInVain() ? now.State.FirstUnanswered(offer) : null)) is { } caller)
        {
            now.Set(caller.After(offer, now.At, outcome));
        }
    }

    /// <remarks>Walks past those whose agents may have none of the callers for whom no phone rings.</remarks>
    static (Offer Offer, Caller Caller)? FirstAlong(this Decision now, Queue queue)
    {
        if (queue.Crowds.All(crowd => crowd.Unoffered.IsEmpty) && queue.Loyal.IsEmpty)
        {
            return null;
        }

        foreach (var rung in queue.Along)
        {
            var offer = now.Offer(rung.Offer)!;
            if (now.NextFor(offer.Queue, now.Agent(offer.Agent)!, offer.Leg.Node) is { } place)
            {
                return (offer, now.Caller(place.Call)!);
            }
        }

        return null;
    }

    /// <summary>The offer is the caller's own from now on, and the one that was rings along.</summary>
    static void TakeLead(this Decision now, Offer offer, Caller caller)
    {
        if (now.OfferTo(caller) is { } other)
        {
            now.Set(other with { Along = true });
        }

        if (offer.Along && offer.Call != caller.Call)
        {
            now.ReleaseAlong(offer, OfferOutcome.Reassigned);
        }

        now.Assign(now.Caller(caller.Call)!, offer);
    }
}

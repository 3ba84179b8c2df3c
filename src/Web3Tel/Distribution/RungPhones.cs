using Web3Tel.Callers;
using Web3Tel.Distribution.Rules;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>The views of queues that ring several phones for one caller. Offers of other queues are in none of them.</summary>
static class RungPhones
{
    public static CallCenter MoveRung(this CallCenter state, Offer? from, Offer? to)
    {
        if (from?.Rung is null && to?.Rung is null)
        {
            return state;
        }

        var queue = state.Queues[(from ?? to)!.Queue];
        if (from is { Rung: { } was })
        {
            queue = from.Along ? queue with { Along = queue.Along.Remove(was) } : queue with { Leading = queue.Leading.Remove(was) };
        }

        if (to is { Rung: { } becomes })
        {
            queue = to.Along ? queue with { Along = queue.Along.Add(becomes) } : queue with { Leading = queue.Leading.Add(becomes) };
        }

        return state with { Queues = state.Queues.SetItem(queue.Settings.Name, queue) };
    }

    /// <summary>
    /// The first of those the agent may have for whom a phone rings that nobody has answered yet; the caller the offer began to ring for is
    /// always among them, whatever has changed since. Walks past callers whose agents hear a whisper.
    /// </summary>
    public static Caller? FirstUnanswered(this CallCenter state, Offer offer)
    {
        var queue = state.Queues[offer.Queue];
        if (queue.Leading.IsEmpty)
        {
            return null;
        }

        var own = state.Callers.GetValueOrDefault(offer.Call) is { } caller && caller.Queue == offer.Queue && state.IsUnanswered(caller) ? caller : null;
        foreach (var place in queue.PresentFor(state.Agents[offer.Agent]))
        {
            if (own?.Place.CompareTo(place) <= 0)
            {
                break;
            }

            if (place.Call.Node == offer.Leg.Node && state.Callers[place.Call] is var first && state.IsUnanswered(first))
            {
                return first;
            }
        }

        return own;
    }

    /// <summary>The first of these callers for whom a phone rings that nobody has answered yet.</summary>
    public static Caller? FirstUnanswered(this CallCenter state, Crowd crowd) =>
        crowd.Present.Select(place => state.Callers[place.Call]).FirstOrDefault(state.IsUnanswered);

    /// <summary>Whether the caller is there, and the phone that leads for the caller just rings.</summary>
    public static bool IsUnanswered(this CallCenter state, Caller caller) =>
        caller is { State: CallerState.Waiting { Offer: { } number }, Away: null }
        && state.Nodes.Contains(caller.Call.Node)
        && state.Offers.GetValueOrDefault(number)?.State == OfferState.Ringing;
}

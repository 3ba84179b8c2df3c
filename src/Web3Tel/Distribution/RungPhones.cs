using System.Collections.Immutable;
using Web3Tel.Callers;
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
    /// The first of those waiting for whom a phone rings that nobody has answered yet. Walks past callers whose agents hear a whisper.
    /// </summary>
    /// <param name="node">The switch the caller must be on, or null for any.</param>
    public static Caller? FirstUnanswered(this CallCenter state, Queue queue, string? node)
    {
        if (queue.Leading.IsEmpty)
        {
            return null;
        }

        foreach (var place in queue.Present)
        {
            if ((node is null || place.Call.Node == node)
                && state.Callers[place.Call] is { State: CallerState.Waiting { Offer: { } number } } caller
                && state.Offers.GetValueOrDefault(number)?.State == OfferState.Ringing)
            {
                return caller;
            }
        }

        return null;
    }
}

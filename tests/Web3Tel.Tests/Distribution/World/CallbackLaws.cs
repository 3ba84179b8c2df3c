using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold of those who are to be called back.</summary>
static class CallbackLaws
{
    public static bool IsRequest(this Caller caller) => caller.Callback is { Reached: false };

    /// <summary>In the queue, but not to be called yet, or being rung out of our sight.</summary>
    public static bool IsResting(this Caller caller) => caller.IsRequest() && (caller.Guest is not null || caller.Callback!.Rest is not null);

    /// <summary>Each that was promised ends, in a conversation or with a reason. That a call ends once is another law.</summary>
    public static void EachPromiseIsKept(this Laws laws, IEnumerable<string> promised, IReadOnlyList<HistoryEntry> history)
    {
        var ends = history.GroupBy(entry => entry.Id).ToDictionary(entries => entries.Key, entries => entries.ToArray());
        foreach (var id in promised)
        {
            if (ends.GetValueOrDefault(id)?.Any(end => end.Callback is not null) is not true)
            {
                laws.Broken($"the callback {id} was promised and became {string.Join(", ", ends.GetValueOrDefault(id)?.Select(end => end.Result) ?? [])}");
            }
        }
    }

    public static void CallbacksAreKnown(this Laws laws, CallCenter state)
    {
        var requests = laws.Roll.Of(state).Where(IsRequest).ToArray();
        if (requests.GroupBy(caller => (caller.Queue, caller.Number)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            laws.Broken($"{twice.Key} is to be called back {twice.Count()} times");
        }

        if (!requests.Select(caller => caller.Call).ToHashSet().SetEquals(state.Callbacks.Values))
        {
            laws.Broken($"{state.Callbacks.Count} callbacks are known of {requests.Length}");
        }
    }

    /// <summary>Never more customers are called than agents are on the line or kept free for it, each for one.</summary>
    public static void NoMoreAreCalledThanAgentsWait(this Laws laws, CallCenter state)
    {
        var reserved = state.Offers.Values.Where(offer => offer.State is OfferState.Reserved or OfferState.Calling).ToArray();
        var called = state.Guests.Values.Where(guest => guest is { Purpose: GuestPurpose.Callback, State: not GuestState.Orphaned }).ToArray();
        if (!called.Select(guest => guest.Call).ToHashSet().SetEquals(reserved.Select(offer => offer.Call)) || called.Length != reserved.Length)
        {
            laws.Broken($"{called.Length} customers are called for {reserved.Length} agents");
        }
    }

    /// <summary>An agent who is joined with a caller, or calls a customer, has nobody to call who came before and whom the agent may have.</summary>
    public static void CustomersHaveTheirTurn(this Laws laws, CallCenter state, string queue, string agent, Place served)
    {
        foreach (var place in state.Queues[queue].Line.TakeWhile(place => place.CompareTo(served) < 0))
        {
            var caller = state.Callers[place.Call];
            if (caller.IsRequest() && !caller.IsResting() && Matches.May(state, state.Agents[agent], caller))
            {
                laws.Broken($"{agent} serves {served} of {queue} before the customer {place} is called");
            }
        }
    }

    /// <summary>An agent is kept free for the first of those for whom no phone rings and whom the agent may have.</summary>
    public static void FirstIsCalledFirst(this Laws laws, CallCenter state, string queue, string agent, Place called)
    {
        if (state.Queues[queue].Line.TakeWhile(place => place.CompareTo(called) < 0).Select(place => state.Callers[place.Call])
            .FirstOrDefault(caller => Laws.IsExpectedOrUnoffered(caller, state) && Matches.May(state, state.Agents[agent], caller)) is { } first)
        {
            laws.Broken($"{agent} is kept free for {called} of {queue} before {first.Place}");
        }
    }

    /// <summary>Who is not to be called yet has a reason for it that holds, and who may be called is in the hours. Asked of those of whom something has changed.</summary>
    public static void RestsHaveAReason(this Laws laws, CallCenter before, CallCenter state, DateTimeOffset now)
    {
        foreach (var caller in laws.Roll.Of(state))
        {
            if (caller is not { Callback: { Reached: false } callback, State: CallerState.Waiting, Guest: null, Queue: { } queue } || callback.Until <= now
                || (ReferenceEquals(caller, before.Callers.GetValueOrDefault(caller.Call)) && ReferenceEquals(before.Configuration, state.Configuration)))
            {
                continue;
            }

            var settings = state.Queues[queue].Settings.Callback;
            var isOpen = settings?.Hours?.IsOpen(now) ?? true;
            var holds = callback.Rest is not { } rest ? isOpen : rest switch
            {
                CallbackRest.OutsideHours => !isOpen,
                CallbackRest.Pause => caller.Journey.LastOrDefault(step => step.What == JourneyEvent.NotReached) is { } last
                    && callback.NotBefore <= last.At + Staffing.LongestPause,
                CallbackRest.OnTheLine => callback.NotBefore <= now + TimeSpan.FromSeconds(3)
                    || laws.Roll.Of(state).Any(other => other.AskedFor is { } asked && asked.Any(key => state.Callbacks.TryGetValue(key, out var call) && call == caller.Call)),
            };
            if (settings is null || !holds)
            {
                laws.Broken($"{caller.Call.Id} of {queue} is at {callback.Rest?.ToString() ?? "no rest"} until {callback.NotBefore:HH:mm:ss}");
            }
        }
    }
}

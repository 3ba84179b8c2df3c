using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers who want to be called back. Each is a caller like all others, in the same order, whose call does not exist yet: the id it will
/// have stands for it until then, and whenever the customer is called.
/// </summary>
static class Requests
{
    /// <summary>Until the call in which it was asked for is over; nobody talks on for longer.</summary>
    static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(2);

    /// <summary>A phone that has just been hung up is not free at once.</summary>
    static readonly TimeSpan AfterHangUp = TimeSpan.FromSeconds(3);

    public static void Ask(this Decision now, Event.CallbackAsked asked)
    {
        var wish = asked.Wish;
        if (CallbackVerdict.Of(now.State, wish) != CallbackReply.Accepted)
        {
            now.Ignore();
            return;
        }

        var (number, settings) = (CallbackNumber.Read(wish.Number)!, now.Settings(wish.Queue).Callback!);
        var asker = wish.Call is { } call ? now.Caller(call) : null;
        var offers = now.State.OffersMade + 1;
        var seen = now.State.CallersSeen + 1;
        now.State = now.State with { OffersMade = offers, CallersSeen = seen };
        var id = new CallRef(wish.Call?.Node ?? now.State.Nodes.FirstOrDefault() ?? "", LegId.Of(now.State.Instance, offers));
        var joined = now.TimeOfJoining(wish.Joined);
        var callback = new Callback(now.At, now.At + settings.Expiry);
        var caller = new Caller(id, seen, number, wish.Name ?? asker?.Name ?? "", asker?.Dialled ?? "", now.At)
        {
            Joined = joined,
            Priority = Arrivals.Bounded(wish.Priority ?? TimeSpan.Zero),
            Demand = wish.Skills is { IsEmpty: false } skills ? skills : null,
            Callback = asker is null
                ? callback.InHours(settings.Hours, now.At)
                : callback.Resting(CallbackRest.OnTheLine, now.At + LongestFarewell, settings.Hours, now.At),
        };
        if (asker is not null)
        {
            now.Set(asker.With(now.At, JourneyEvent.AsksForCallback, detail: $"{wish.Queue}: {number}") with
            {
                AskedFor = (asker.AskedFor ?? []).Add(CallbackNumber.KeyOf(wish.Queue, number)!),
            });
        }

        caller = caller.With(now.At, JourneyEvent.AsksForCallback, detail: asker is null ? $"{wish.Queue}: {number}" : $"{wish.Queue}: {number}, {asker.Call.Id}");
        now.Enter(caller, wish.Queue, joined, joined);
    }

    public static void Cancel(this Decision now, Event.CallbackCancelled cancelled)
    {
        if (CallbackVerdict.Refusal(now.State, cancelled) is not null)
        {
            now.Ignore();
            return;
        }

        var caller = now.Caller(cancelled.Call)!;
        now.Record(cancelled, caller.Number);
        now.Close(caller, cancelled.Why, cancelled.By);
    }

    /// <summary>The call in which it was asked for is over: the customer can be called, in each queue in which that was wished.</summary>
    public static void LetBeCalled(this Decision now, Caller asker)
    {
        foreach (var key in asker.AskedFor ?? [])
        {
            if (now.State.Callbacks.TryGetValue(key, out var call)
                && now.Caller(call) is { Callback: { Rest: CallbackRest.OnTheLine } callback } caller)
            {
                now.Set(caller with { Callback = callback.Resting(CallbackRest.OnTheLine, now.At + AfterHangUp, now.HoursOf(caller), now.At) });
            }
        }
    }

    /// <summary>The rest is over, the hours are, or the wish itself is; or more agents may have the customer than before.</summary>
    public static void ExpireRequest(this Decision now, Caller caller)
    {
        var callback = caller.Callback!;
        if (caller.Guest is null && callback.Expires <= now.At)
        {
            now.Close(caller, CallbackEnd.Expired);
        }
        else if (caller.Guest is null && callback.Until <= now.At)
        {
            now.KeepToHours(caller);
            now.ServeQueue(caller.Queue!);
        }
        else
        {
            now.Widen(caller);
        }
    }

    /// <summary>The settings have changed: hours may begin or end, and a queue may call nobody back any more.</summary>
    public static void SettleRequests(this Decision now)
    {
        // A phone that rang for one that is closed may ring for the next meanwhile.
        foreach (var caller in now.RequestsInOrder().Select(call => now.Caller(call)!))
        {
            var queue = now.State.Queues[caller.Queue!];
            if (queue is not { Open: true, Settings.Callback: not null })
            {
                now.Close(caller, CallbackEnd.NoLongerOffered);
            }
            else if (caller is { State: CallerState.Waiting, Guest: null, Callback.Rest: null or CallbackRest.OutsideHours })
            {
                now.KeepToHours(caller);
            }
        }
    }

    /// <summary>Nobody will call the customer back any more: phones that ring for it stop.</summary>
    public static void Close(this Decision now, Caller caller, CallbackEnd why, string? by = null)
    {
        var offer = now.OfferDialledFor(caller);
        caller = caller.With(now.At, JourneyEvent.CallbackClosed, detail: by is null ? why.ToString() : $"{why}, {by}");
        now.Conclude(caller with { Callback = caller.Callback! with { End = why } }, CallResult.NotCalledBack, EndedBy.Service, HangupCause.NormalClearing);
        if (offer is not null)
        {
            now.Free(offer);
        }
    }

    /// <summary>Whoever talks now need not be called back, nor is the customer who is called to be called again.</summary>
    public static Caller WithoutRequest(this Decision now, Caller caller)
    {
        if (caller.IsRequest)
        {
            // Joined while we did not look.
            if (now.GuestOf(caller) is { } guest)
            {
                now.Remove(guest);
            }

            return caller with { Guest = null, Callback = caller.Callback! with { Reached = true } };
        }

        if (caller.Queue is { } queue && now.State.RequestOf(queue, caller.Number) is { } request)
        {
            now.Close(request, CallbackEnd.CameInPerson);
        }

        return caller;
    }

    /// <summary>No rest but for the hours; outside them no phone rings for it.</summary>
    static void KeepToHours(this Decision now, Caller caller)
    {
        var callback = caller.Callback!.InHours(now.HoursOf(caller), now.At);
        var offer = callback.Rest is null ? null : now.OfferTo(caller);
        now.Set(caller.Without(offer, now.At, OfferOutcome.Withdrawn) with { Callback = callback });
        if (offer is not null)
        {
            now.PassOn(offer);
        }
    }

    public static CallingHours? HoursOf(this Decision now, Caller caller) => now.Settings(caller.Queue!).Callback?.Hours;

    /// <summary>
    /// The first of those the agent who answered may have. A customer who was called and has answered does not wait for another to be called:
    /// the phone that rang for one goes to the first of those on the line. Walks past those who are not.
    /// </summary>
    public static Place? FirstOnTheLine(this Decision now, Offer offer)
    {
        var first = now.FirstFor(offer);
        if (first is not { } place || now.Caller(place.Call) is not { IsRequest: true }
            || now.OwnPlace(offer) is not { } own || now.Caller(own.Call) is not { Callback.Reached: true })
        {
            return first;
        }

        return now.State.Queues[offer.Queue].PresentFor(now.Agent(offer.Agent)!)
            .TakeWhile(other => other.CompareTo(own) < 0)
            .Where(other => other.Call.Node == offer.Leg.Node && !now.Caller(other.Call)!.IsRequest)
            .Append(own)
            .First();
    }

    /// <summary>In an order of its own: the dictionary's differs from one life of the service to the next.</summary>
    public static CallRef[] RequestsInOrder(this Decision now) =>
        [.. now.State.Callbacks.Values.OrderBy(call => now.Caller(call)!.Sequence)];
}

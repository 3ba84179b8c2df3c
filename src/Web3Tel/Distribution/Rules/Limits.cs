using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers for whom a queue has no room, or no more time.</summary>
static class Limits
{
    public static bool IsFull(this Decision now, string queue) =>
        now.Settings(queue).MaxLength is { } most && now.State.Queues[queue].Line.Count >= most;

    public static void EndWait(this Decision now, Caller caller)
    {
        if (now.OfferTo(caller) is { State: OfferState.Whispering } offer)
        {
            // The agent is on the line: a moment more, and they talk.
            now.Set(caller with { WaitUntil = offer.Until });
            return;
        }

        now.Overflow(caller, caller.Queue!, "The longest wait is over.");
    }

    /// <summary>On to the first queue along the way that has room; where there is none, the call ends.</summary>
    /// <remarks>The way ends, as the configuration has no circles.</remarks>
    public static void Overflow(this Decision now, Caller caller, string from, string why)
    {
        caller = caller.With(now.At, JourneyEvent.Overflowed, detail: $"{from}: {why}");
        var next = now.Next(from);
        while (next is not null && now.IsFull(next))
        {
            next = now.Next(next);
        }

        if (next is null)
        {
            now.Dismiss(caller, CallResult.TurnedAway, EndedBy.Service, HangupCause.NormalClearing);
            return;
        }

        now.Enter(caller, next, caller.Joined ?? now.TimeOfJoining(null), now.At);
    }

    /// <summary>Null too for a queue that is being closed.</summary>
    static string? Next(this Decision now, string queue) =>
        now.Settings(queue).OverflowTo is { } next && now.State.Queues.GetValueOrDefault(next) is { Open: true } ? next : null;
}

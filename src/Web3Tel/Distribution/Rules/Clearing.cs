using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers of a queue that is no longer configured: a change drops nobody, as long as there is a queue left.</summary>
static class Clearing
{
    static readonly HangupCause QueueClosed = new("NORMAL_TEMPORARY_FAILURE");

    /// <summary>
    /// Those for whom no phone rings go on, in their order and with the time waited: as who has waited too long, to a queue that is named for
    /// it, else to the first queue, where all numbers lead that no queue names. No limit keeps them out.
    /// </summary>
    public static void Clear(this Decision now, Queue closed)
    {
        var to = now.WayOut(closed.Settings);
        foreach (var place in closed.Line)
        {
            if (now.Caller(place.Call) is not { State: CallerState.Waiting { Offer: null } } caller)
            {
                continue;
            }

            if (to is null)
            {
                now.Dismiss(caller, CallResult.Failed, EndedBy.Service, QueueClosed);
            }
            else
            {
                caller = caller.With(now.At, JourneyEvent.Overflowed, detail: $"{closed.Settings.Name}: The queue is no more.");
                now.Enter(caller, to, caller.Joined!.Value, now.At);
            }
        }
    }

    /// <summary>Before any queue is served: who comes from a closed one has the place by the time waited.</summary>
    public static void ClearClosedQueues(this Decision now)
    {
        foreach (var queue in now.State.Queues.Values.Where(queue => !queue.Open))
        {
            now.Clear(queue);
        }
    }

    /// <summary>The queue for those of one that is closed, or that nothing is known of any more; null where no queue is left.</summary>
    public static string? WayOut(this Decision now, QueueSettings? closed) =>
        closed?.StepFor(Limit.Wait, otherwise: null) is NextStep.Queue { Name: var named } && now.State.Queues.GetValueOrDefault(named) is { Open: true } ? named
        : now.Configuration.Queues is [var first, ..] ? first.Name
        : null;
}

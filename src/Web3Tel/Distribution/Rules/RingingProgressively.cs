using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Queues in which more and more phones ring, the longer the first of them has rung for a caller.</summary>
static class RingingProgressively
{
    /// <summary>How many phones may ring for the caller from now on, the time counting from the first; null where the queue sets no such limit.</summary>
    public static Reach? ReachOf(this Decision now, Caller caller, Offer offer) =>
        offer.Level == 0 || now.Settings(offer.Queue) is not { Strategy: Strategy.RingProgressively } queue ? null
        : caller.Reach ?? new Reach(queue.RingFirst, now.At + queue.RingStep);

    /// <summary>The next step: some more phones, until all of those at work may ring.</summary>
    public static void RingMore(this Decision now, Caller caller, Reach reach)
    {
        var queue = now.State.Queues[caller.Queue!];
        var phones = reach.Phones + queue.Settings.RingMore;
        now.Set(caller with
        {
            Reach = queue.Settings.Strategy != Strategy.RingProgressively ? null
                : phones < queue.AtWork.Count ? new Reach(phones, reach.MoreAt + queue.Settings.RingStep)
                : new Reach(int.MaxValue, MoreAt: null),
        });
        now.ServeQueue(queue.Settings.Name);
    }
}

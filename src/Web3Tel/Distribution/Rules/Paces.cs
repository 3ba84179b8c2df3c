using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>What a queue learns from its conversations, so that those who wait can be told how long.</summary>
static class Paces
{
    /// <summary>Remembers what the caller could be told, to be compared with what became of it.</summary>
    public static void Foretell(this Decision now, CallRef call)
    {
        if (now.State.ExpectedWaitOf(call) is { } wait)
        {
            now.Set(now.Caller(call)! with { Foretold = new Foretold(now.At, wait) });
        }
    }

    /// <summary>The wait is over.</summary>
    public static void CompareWait(this Decision now, Caller caller)
    {
        if (caller is { Foretold: { } foretold, Queue: { } queue })
        {
            now.SetPace(queue, pace => pace.Compare(foretold.Wait, Passed(foretold.At, now.At)));
        }
    }

    public static void LearnHandling(this Decision now, string queue, TimeSpan talked) =>
        now.SetPace(queue, pace => pace.Learn(talked + now.Settings(queue).WrapUp));

    static void SetPace(this Decision now, string name, Func<Pace, Pace> change)
    {
        var queue = now.State.Queues[name];
        now.State = now.State with { Queues = now.State.Queues.SetItem(name, queue with { Pace = change(queue.Pace) }) };
    }

    /// <summary>A clock set back takes nothing away.</summary>
    static TimeSpan Passed(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}

using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers for whom a queue has no room, no more time or no agent, and those who have enough of it.</summary>
static class Limits
{
    /// <summary>What keeps callers out of the queue, if anything does.</summary>
    public static Limit? Barrier(this Decision now, string name)
    {
        var queue = now.State.Queues[name];
        return queue.Settings.MaxLength is { } most && queue.Line.Count >= most ? Limit.Length
            : queue.Settings.RefuseWhenEmpty && queue.AtWork.IsEmpty ? Limit.Agents
            : null;
    }

    /// <summary>The time of a waiting caller is over, unless an agent has come to work meanwhile.</summary>
    public static void EndWait(this Decision now, Caller caller)
    {
        if (now.OfferTo(caller) is { State: OfferState.Whispering } offer)
        {
            // The agent is on the line: a moment more, and they talk.
            now.Set(caller with { WaitUntil = offer.Until, AgentBy = null });
        }
        else if (caller.WaitUntil <= now.At)
        {
            now.Overflow(caller, caller.Queue!, Limit.Wait);
        }
        else if (now.State.Queues[caller.Queue!].AtWork.IsEmpty)
        {
            now.Overflow(caller, caller.Queue!, Limit.Agents);
        }
        else
        {
            now.Set(caller with { AgentBy = null });
        }
    }

    public static void Overflow(this Decision now, Caller caller, string from, Limit limit)
    {
        var why = limit switch
        {
            Limit.Length => "The queue is full.",
            Limit.Wait => "The longest wait is over.",
            Limit.Agents => "No agent is at work.",
        };
        now.GoOn(caller.With(now.At, JourneyEvent.Overflowed, detail: $"{from}: {why}"), from, now.Settings(from).StepFor(limit, caller.Otherwise));
    }

    public static void LeaveByKey(this Decision now, Event.KeyPressed pressed)
    {
        if (now.Caller(pressed.Call) is { State: CallerState.Waiting, Queue: { } queue } caller
            && now.Settings(queue).ExitKeys.FirstOrDefault(exit => exit.Key == pressed.Key) is { } exit)
        {
            now.GoOn(caller.With(now.At, JourneyEvent.LeftByKey, detail: $"{queue}: {pressed.Key}"), queue, exit.Step);
            // One who was expected back may have kept others waiting.
            now.ServeQueue(queue);
        }
        else
        {
            now.Ignore();
        }
    }

    /// <summary>The last agent of the queue has gone, or the first one has come: the time of those who wait runs, or stops.</summary>
    public static void NoticeWhoIsAtWork(this Decision now, Queue before)
    {
        var queue = now.State.Queues[before.Settings.Name];
        if (queue.AtWork.IsEmpty == before.AtWork.IsEmpty)
        {
            return;
        }

        var agentBy = queue.AtWork.IsEmpty ? now.At + queue.Settings.MaxWaitWithNoAgent : null;
        foreach (var caller in queue.Line.Select(place => now.Caller(place.Call)!).Where(caller => caller.AgentBy != agentBy && !caller.IsRequest))
        {
            now.Set(caller with { AgentBy = agentBy });
        }
    }
}

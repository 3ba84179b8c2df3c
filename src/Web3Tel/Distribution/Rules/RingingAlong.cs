using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Queues that ring several phones for one caller. One phone leads for each caller, as in every queue. The others ring along for whoever
/// is the first of those their agents may have: which caller that is need not be told to each of them when it changes. A phone rings along only while another leads.
/// </summary>
static class RingingAlong
{
    /// <summary>More phones ring for the first callers, as many as the strategy says.</summary>
    public static void RingAlong(this Decision now, QueueSettings queue)
    {
        while (queue.RingsSeveral && now.NextAlong(queue.Name) is var (agent, caller))
        {
            now.Ring(agent, caller, along: true);
        }
    }

    /// <summary>The queue that rings the agent's phone, or another in turn before it, beside those that ring: the heaviest, then the longest wait.</summary>
    public static string? FirstToRingAlongFor(this Decision now, Agent agent) => now.HeaviestQueueOf(agent, name => now.NextAlong(name)?.Caller.Place);

    /// <summary>
    /// Where all ring, they are those of the lowest level on which any agent rings who may have the caller; where more and more do, the next
    /// level comes when one is used up.
    /// </summary>
    public static int HighestLevel(this Decision now, Queue queue, Caller caller) => queue.Settings.Strategy != Strategy.RingAll ? int.MaxValue
        : Math.Min(now.Lowest(queue, queue.Leading, caller.Profile), now.Lowest(queue, queue.Along, caller.Profile));

    /// <summary>
    /// Whose phone is to ring along next, and for whom: for the first of those who may have the same agents, the earlier ones before.
    /// </summary>
    static (Agent Agent, Caller Caller)? NextAlong(this Decision now, string name)
    {
        if (now.State.Queues.GetValueOrDefault(name) is not { Open: true, Leading.IsEmpty: false, Ready.IsEmpty: false } queue
            || now.NextPair(queue) is not null)
        {
            return null;
        }

        foreach (var caller in queue.Crowds.Select(now.State.FirstUnanswered).OfType<Caller>().OrderBy(caller => caller.Place))
        {
            if (now.AgentAlong(queue, caller) is { } agent)
            {
                return (agent, caller);
            }
        }

        return null;
    }

    static Agent? AgentAlong(this Decision now, Queue queue, Caller caller)
    {
        if (now.AgentFor(queue, caller) is not { } next)
        {
            return null;
        }

        if (queue.Settings.Strategy == Strategy.RingProgressively)
        {
            return now.RingsForMore(queue, caller) ? next : null;
        }

        // Of the level that rings everybody does, also who has had the caller in vain.
        var ready = queue.CandidatesFor(caller.Profile);
        if (LevelOf(next) > ready.First.Level)
        {
            next = ready.InTurn(ready.First).Select(turn => now.Agent(turn.Agent)!).First(agent => !queue.IsHeld(agent, caller.Place));
        }

        return LevelOf(next) <= now.HighestLevel(queue, caller) ? next : null;

        int LevelOf(Agent agent) => agent.Settings.TierIn(queue.Settings.Name).Level;
    }

    /// <summary>Whether fewer phones ring of those whose agents may have the caller than are to by now.</summary>
    static bool RingsForMore(this Decision now, Queue queue, Caller caller)
    {
        var most = (caller.Reach?.Phones ?? queue.Settings.RingFirst) - 1;
        return queue.Along.Count < most || now.Of(queue, queue.Along, caller.Profile).Take(most).Count() < most;
    }

    static int Lowest(this Decision now, Queue queue, ImmutableSortedSet<Rung> rungs, Profile profile) =>
        now.Of(queue, rungs, profile).Select(rung => (int?)rung.Level).FirstOrDefault() ?? int.MaxValue;

    static IEnumerable<Rung> Of(this Decision now, Queue queue, ImmutableSortedSet<Rung> rungs, Profile profile) =>
        rungs.Where(rung => queue.May(now.Agent(now.Offer(rung.Offer)!.Agent)!, profile));
}

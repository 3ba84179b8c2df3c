using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Which of the ready agents is next, by the queue's strategy.</summary>
static class Choosing
{
    /// <summary>
    /// The first by the queue's strategy of those who may have this caller and have not had the caller in vain yet, or else the first.
    /// O(log n), and one step more for each ready agent who has had the caller in vain, or is held for another.
    /// </summary>
    public static Agent? AgentFor(this Decision now, Queue queue, Caller caller)
    {
        if (caller.Profile.Agent is { } only)
        {
            return now.Agent(only) is { IsAvailable: true } agent && !queue.IsHeld(agent, caller.Place) ? agent : null;
        }

        var ready = queue.CandidatesFor(caller.Profile);
        if (ready.IsEmpty || queue.HoldsAll(caller))
        {
            return null;
        }

        var first = now.First(queue, ready);
        if (caller.RefusedBy.IsEmpty && queue.Expected.IsEmpty)
        {
            return now.Agent(first.Agent);
        }

        var free = ready.InTurn(first).Select(turn => now.Agent(turn.Agent)!);
        free = queue.Expected.IsEmpty ? free : free.Where(agent => !queue.IsHeld(agent, caller.Place));
        return free.FirstOrDefault(agent => !caller.RefusedBy.Contains(agent.Id)) ?? free.FirstOrDefault();
    }

    /// <summary>The next by the queue's strategy for one who is no caller of it; null when nobody is free.</summary>
    public static Agent? NextOf(this Decision now, Queue queue) =>
        Candidates.For(queue, Profile.Anybody, int.MaxValue) is { IsEmpty: false } ready ? now.Agent(now.First(queue, ready).Agent) : null;

    public static Candidates CandidatesFor(this Queue queue, Profile profile) => Candidates.For(queue, profile, queue.HighestLevel(profile));

    static Turn First(this Decision now, Queue queue, Candidates ready) => queue.Settings.Strategy switch
    {
        Strategy.LongestIdle or Strategy.RoundRobin or Strategy.TopDown or Strategy.FewestCalls or Strategy.LeastTalkTime or Strategy.BestSkilled
            or Strategy.RingAll or Strategy.RingProgressively => ready.First,
        Strategy.Random => ready.OfLowest(now.Chance(queue).Below(ready.Lowest, 0)),
        Strategy.WeightedRandom => WeightedFirst(ready, now.Chance(queue)),
        Strategy.Sequential => queue.LastRung is { } rung ? ready.After(rung) : ready.First,
    };

    static Chance Chance(this Decision now, Queue queue) =>
        new(now.State.Instance, queue.Settings.Name, now.State.OffersMade + 1);

    /// <summary>
    /// Draws anybody, and takes them as often as their weight says, until one is taken. How many draws that takes hangs on the
    /// weights alone, not on how many agents there are; with equal weights it is one.
    /// </summary>
    static Turn WeightedFirst(Candidates ready, Chance chance)
    {
        var count = ready.Lowest;
        var most = (int)-ready.First.Rank;
        for (var draw = 0; ; draw += 2)
        {
            var turn = ready.OfLowest(chance.Below(count, draw));
            if (chance.Below(most, draw + 1) < -turn.Rank)
            {
                return turn;
            }
        }
    }
}

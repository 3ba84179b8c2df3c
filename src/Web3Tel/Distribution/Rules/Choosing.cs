using System.Collections.Immutable;
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

        if (queue.CrowdOf(caller.Profile) is not { Ready: { IsEmpty: false } ready } crowd
            || queue.OnOpenLevels(crowd) is not (var count and > 0)
            || crowd.HoldsAll(caller.Place)
            || queue.Anybody.HoldsAll(caller.Place))
        {
            return null;
        }

        var first = now.First(queue, ready);
        if (caller.RefusedBy.IsEmpty && queue.Expected.IsEmpty)
        {
            return now.Agent(ready[first].Agent);
        }

        var inTurn = InTurn(first, LowestLevel(ready), count).Select(index => now.Agent(ready[index].Agent)!);
        var free = queue.Expected.IsEmpty ? inTurn : inTurn.Where(agent => !queue.IsHeld(agent, caller.Place));
        return free.FirstOrDefault(agent => !caller.RefusedBy.Contains(agent.Id)) ?? free.FirstOrDefault();
    }

    static int First(this Decision now, Queue queue, ImmutableSortedSet<Turn> ready) => queue.Settings.Strategy switch
    {
        Strategy.LongestIdle or Strategy.RoundRobin or Strategy.TopDown or Strategy.FewestCalls or Strategy.LeastTalkTime or Strategy.BestSkilled => 0,
        Strategy.Random => now.Chance(queue).Below(LowestLevel(ready), 0),
        Strategy.WeightedRandom => WeightedFirst(ready, now.Chance(queue)),
        Strategy.Sequential => After(queue.LastRung, ready),
    };

    /// <summary>One who came before, and whom all agents who may have this one may have as well, is expected back any moment.</summary>
    static bool HoldsAll(this Crowd crowd, Place place) => !crowd.Expected.IsEmpty && crowd.Expected.Min.CompareTo(place) < 0;

    /// <summary>How many of the ready may have the callers of the crowd, by their level: they come first.</summary>
    static int OnOpenLevels(this Queue queue, Crowd crowd) => queue.HighestLevel(crowd.Profile) is var highest && crowd.Ready.Max.Level <= highest
        ? crowd.Ready.Count
        : ~crowd.Ready.IndexOf(Turn.FirstOf(highest + 1));

    static Chance Chance(this Decision now, Queue queue) =>
        new(now.State.Instance, queue.Settings.Name, now.State.OffersMade + 1);

    /// <summary>
    /// Draws anybody, and takes them as often as their weight says, until one is taken. How many draws that takes hangs on the
    /// weights alone, not on how many agents there are; with equal weights it is one.
    /// </summary>
    static int WeightedFirst(ImmutableSortedSet<Turn> ready, Chance chance)
    {
        var count = LowestLevel(ready);
        var most = (int)-ready.Min.Rank;
        for (var draw = 0; ; draw += 2)
        {
            var index = chance.Below(count, draw);
            if (chance.Below(most, draw + 1) < -ready[index].Rank)
            {
                return index;
            }
        }
    }

    static int After(Turn? last, ImmutableSortedSet<Turn> ready)
    {
        if (last is not { } rung)
        {
            return 0;
        }

        var index = ready.IndexOf(rung);
        index = index >= 0 ? index + 1 : ~index;
        return index < LowestLevel(ready) ? index : 0;
    }

    /// <summary>How many of the ready are of the lowest level there is: they come first.</summary>
    static int LowestLevel(ImmutableSortedSet<Turn> ready) =>
        ready.Max.Level == ready.Min.Level ? ready.Count : ~ready.IndexOf(Turn.FirstOf(ready.Min.Level + 1));

    /// <summary>From the first round the lowest level, then on through the others.</summary>
    static IEnumerable<int> InTurn(int first, int lowest, int count) =>
        Enumerable.Range(first, lowest - first).Concat(Enumerable.Range(0, first)).Concat(Enumerable.Range(lowest, count - lowest));
}

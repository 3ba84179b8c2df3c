using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Which of the ready agents is next, by the queue's strategy.</summary>
static class Choosing
{
    /// <summary>
    /// The first by the queue's strategy of those who have not had this caller yet, or else the first.
    /// O(log n), and one step more for each ready agent who has had the caller in vain.
    /// </summary>
    public static Agent? AgentFor(this Decision now, Queue queue, Caller caller)
    {
        var ready = queue.Ready;
        if (ready.IsEmpty)
        {
            return null;
        }

        var first = now.First(queue);
        if (!caller.RefusedBy.IsEmpty)
        {
            foreach (var index in InTurn(first, LowestLevel(ready), ready.Count))
            {
                if (!caller.RefusedBy.Contains(ready[index].Agent))
                {
                    return now.Agent(ready[index].Agent);
                }
            }
        }

        return now.Agent(ready[first].Agent);
    }

    static int First(this Decision now, Queue queue) => queue.Settings.Strategy switch
    {
        Strategy.LongestIdle or Strategy.RoundRobin or Strategy.TopDown or Strategy.FewestCalls or Strategy.LeastTalkTime
            or Strategy.RingAll or Strategy.RingProgressively => 0,
        Strategy.Random => now.Chance(queue).Below(LowestLevel(queue.Ready), 0),
        Strategy.WeightedRandom => WeightedFirst(queue.Ready, now.Chance(queue)),
        Strategy.Sequential => After(queue.LastRung, queue.Ready),
    };

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

using Web3Tel.Agents;

namespace Web3Tel.Queues;

/// <summary>A ready agent's turn in a queue, as its strategy counts: the least is the first.</summary>
/// <param name="Level">The agent's level in the queue, before anything else.</param>
/// <param name="Rank">What the strategy goes by within a level.</param>
/// <param name="Since">Decides between equal ranks: the longest idle.</param>
public readonly record struct Turn(int Level, long Rank, DateTimeOffset Since, string Agent) : IComparable<Turn>
{
    /// <summary>Before all turns of the level.</summary>
    internal static Turn FirstOf(int level) => new(level, long.MinValue, DateTimeOffset.MinValue, "");

    internal static Turn Of(Agent agent, DateTimeOffset idleSince, QueueSettings queue)
    {
        var tier = agent.Settings.TierIn(queue.Name);
        var turn = new Turn(tier.Level, 0, idleSince, agent.Id);
        return queue.Strategy switch
        {
            // How good the skills are depends on the caller.
            Strategy.LongestIdle or Strategy.Random or Strategy.BestSkilled => turn,
            Strategy.RoundRobin => turn with { Rank = agent.Work.LastOffer },
            Strategy.TopDown or Strategy.RingAll or Strategy.RingProgressively => turn with { Rank = tier.Position },
            Strategy.FewestCalls => turn with { Rank = agent.Work.Calls },
            Strategy.LeastTalkTime => turn with { Rank = agent.Work.Talked.Ticks },
            // The heaviest first, so that the greatest weight of a level is at hand.
            Strategy.WeightedRandom => turn with { Rank = -tier.Weight },
            // The same whenever the agent became ready: the round goes by positions, and by ids between equals.
            Strategy.Sequential => turn with { Rank = tier.Position, Since = DateTimeOffset.MinValue },
        };
    }

    public int CompareTo(Turn other)
    {
        var order = Level.CompareTo(other.Level);
        order = order != 0 ? order : Rank.CompareTo(other.Rank);
        order = order != 0 ? order : Since.CompareTo(other.Since);
        return order != 0 ? order : string.CompareOrdinal(Agent, other.Agent);
    }
}

using Web3Tel.Agents;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Explanation;

/// <summary>What an agent's turn in a queue went by.</summary>
/// <param name="Value">
/// By the strategy: seconds idle (longest idle, round robin, by chance), position (top-down, sequential, those that ring several), conversations (fewest calls),
/// seconds talked (least talk time), weight (weighted chance), sum of the levels in the skills wanted (best skilled).
/// </param>
public sealed record Merit(Strategy Strategy, int Level, double Value)
{
    internal static Merit Of(Agent agent, DateTimeOffset idleSince, DateTimeOffset at, QueueSettings queue, SkillSet wanted)
    {
        var tier = agent.Settings.TierIn(queue.Name);
        return new Merit(queue.Strategy, tier.Level, queue.Strategy switch
        {
            Strategy.LongestIdle or Strategy.RoundRobin or Strategy.Random => Seconds.Between(idleSince, at),
            Strategy.TopDown or Strategy.Sequential or Strategy.RingAll or Strategy.RingProgressively => tier.Position,
            Strategy.FewestCalls => agent.Work.Calls,
            Strategy.LeastTalkTime => agent.Work.Talked.TotalSeconds,
            Strategy.WeightedRandom => tier.Weight,
            Strategy.BestSkilled => agent.Settings.Skills.Fit(wanted),
        });
    }
}

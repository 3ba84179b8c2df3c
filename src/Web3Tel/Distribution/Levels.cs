using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>On which levels a queue is served, and which of them a caller who waits for levels to open may have.</summary>
static class Levels
{
    /// <summary>The highest level of agents a caller of this profile may be offered to.</summary>
    public static int HighestLevel(this Queue queue, Profile profile) =>
        profile.Waits is not { } waits ? int.MaxValue
        : !queue.Settings.SkipEmptyLevels ? waits + 1
        : queue.LevelsAtWork.Count <= waits ? int.MaxValue
        : queue.LevelsAtWork.Keys.ElementAt(waits);

    /// <summary>The queue with how many agents are at work on each level, when one of them changes.</summary>
    public static CallCenter MoveLevels(this CallCenter state, Agent? from, Agent? to)
    {
        var (was, becomes) = (from is { IsAtWork: true }, to is { IsAtWork: true });
        if ((!was && !becomes) || (was && becomes && ReferenceEquals(from!.Settings, to!.Settings)))
        {
            return state;
        }

        var queues = was ? Count(state.Queues, from!, -1) : state.Queues;
        return state with { Queues = becomes ? Count(queues, to!, 1) : queues };
    }

    /// <summary>The highest level on which each queue is served.</summary>
    public static ImmutableDictionary<string, int> TopLevels(this Configuration configuration)
    {
        var top = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var tier in configuration.Agents.SelectMany(agent => agent.Queues.Select(agent.TierIn)))
        {
            top[tier.Queue] = Math.Max(tier.Level, top.GetValueOrDefault(tier.Queue, 1));
        }

        return top.ToImmutable();
    }

    static ImmutableSortedDictionary<string, Queue> Count(ImmutableSortedDictionary<string, Queue> queues, Agent agent, int by)
    {
        foreach (var name in agent.Settings.Queues)
        {
            if (queues.TryGetValue(name, out var queue))
            {
                var level = agent.Settings.TierIn(name).Level;
                var count = queue.LevelsAtWork.GetValueOrDefault(level) + by;
                queues = queues.SetItem(name, queue with
                {
                    LevelsAtWork = count > 0 ? queue.LevelsAtWork.SetItem(level, count) : queue.LevelsAtWork.Remove(level),
                });
            }
        }

        return queues;
    }
}

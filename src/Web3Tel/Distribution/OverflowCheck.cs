using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Where callers beyond a queue's limits go: to a queue that exists, and never round in a circle.</summary>
public static class OverflowCheck
{
    /// <summary>All that is wrong, as sentences.</summary>
    public static IEnumerable<string> Problems(IReadOnlyCollection<QueueSettings> queues)
    {
        var next = queues.GroupBy(queue => queue.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().OverflowTo, StringComparer.Ordinal);
        return next.Keys.SelectMany(name => Problems(name, next));
    }

    static IEnumerable<string> Problems(string name, Dictionary<string, string?> next)
    {
        if (next[name] is { } target && !next.ContainsKey(target))
        {
            return [$"Queue '{name}' overflows to '{target}', which is not configured."];
        }

        var way = new List<string> { name };
        while (next.GetValueOrDefault(way[^1]) is { } step)
        {
            if (step == name)
            {
                return [$"Queue '{name}' overflows to itself: {string.Join(" → ", way)} → {name}. One of them must lead elsewhere, or end the call."];
            }

            if (way.Contains(step))
            {
                break;
            }

            way.Add(step);
        }

        return [];
    }
}

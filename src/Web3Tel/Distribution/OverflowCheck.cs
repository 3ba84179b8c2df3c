using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Where callers who leave a queue go: to a queue that exists, and by its limits never round in a circle.</summary>
public static class OverflowCheck
{
    /// <summary>All that is wrong.</summary>
    public static IEnumerable<ConfigurationProblem> Problems(IReadOnlyCollection<QueueSettings> queues)
    {
        var next = queues.GroupBy(queue => queue.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => ByLimits(group.First()), StringComparer.Ordinal);
        return
        [
            .. next.SelectMany(queue => queue.Value.Where(to => !next.ContainsKey(to))
                .Select(to => ConfigurationCheck.OfQueue(queue.Key).Is($" overflows to '{to}', which is not configured.", $" переливается в '{to}', а такой очереди нет."))),
            .. queues.SelectMany(queue => ByKeys(queue, next)),
            .. next.Keys.SelectMany(name => Circle(name, next)),
        ];
    }

    static string[] ByLimits(QueueSettings queue) =>
    [
        .. new[] { queue.OverflowTo }.Concat(new[] { queue.WhenFull, queue.WhenTooLong, queue.WhenEmpty }.Select(Name)).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    static IEnumerable<ConfigurationProblem> ByKeys(QueueSettings queue, Dictionary<string, string[]> next) => queue.ExitKeys
        .Where(exit => Name(exit.Step) is { } to && (to == queue.Name || !next.ContainsKey(to)))
        .Select(exit => ConfigurationCheck.OfQueue(queue.Name).Is(
            $": the key {exit.Key} leads to '{Name(exit.Step)}', which is {(Name(exit.Step) == queue.Name ? "the queue itself" : "not configured")}.",
            $": клавиша {exit.Key} ведёт в '{Name(exit.Step)}', {(Name(exit.Step) == queue.Name ? "то есть в эту же очередь" : "а такой очереди нет")}."));

    /// <summary>A number that cannot be reached leads on, and at once: it must lead in no circle either.</summary>
    static string? Name(NextStep? step) => (step?.Way.Last() as NextStep.Queue)?.Name;

    static IEnumerable<ConfigurationProblem> Circle(string name, Dictionary<string, string[]> next) => WayBack(name, [name], [], next) is { } way
        ?
        [
            ConfigurationCheck.OfQueue(name).Is(
                $" overflows to itself: {string.Join(" → ", way)} → {name}. One of them must lead elsewhere, or end the call.",
                $" переливается сама в себя: {string.Join(" → ", way)} → {name}. Одна из них должна вести в другое место или завершать вызов."),
        ]
        : [];

    /// <summary>The way from the last of the queues so far back to the first, or null.</summary>
    static List<string>? WayBack(string name, List<string> way, HashSet<string> seen, Dictionary<string, string[]> next)
    {
        foreach (var step in next.GetValueOrDefault(way[^1]) ?? [])
        {
            if (step == name)
            {
                return way;
            }

            if (seen.Add(step) && WayBack(name, [.. way, step], seen, next) is { } back)
            {
                return back;
            }
        }

        return null;
    }
}

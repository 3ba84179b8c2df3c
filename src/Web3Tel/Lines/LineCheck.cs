using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Lines;

/// <summary>Lines that can be used: each with a number of its own, and a way out that leads somewhere.</summary>
public static class LineCheck
{
    /// <summary>All that is wrong, as sentences.</summary>
    public static IEnumerable<string> Problems(Configuration configuration) =>
    [
        .. ConfigurationCheck.Twice("Line", configuration.Lines.Select(line => line.Number)),
        .. configuration.Lines.SelectMany(Problems),
        .. WhenBusy(configuration.Lines, configuration.Queues),
    ];

    /// <summary>Ways out that lead nowhere, as sentences.</summary>
    public static IEnumerable<string> WhenBusy(IEnumerable<LineSettings> lines, IEnumerable<QueueSettings> queues)
    {
        var names = queues.Select(queue => queue.Name).ToImmutableHashSet();
        return lines.Where(line => line.WhenBusy is NextStep.Queue { Name: var queue } && !names.Contains(queue))
            .Select(line => $"Line '{line.Number}' leads to the queue '{((NextStep.Queue)line.WhenBusy!).Name}' when it is busy, which is not configured.");
    }

    static IEnumerable<string> Problems(LineSettings line) =>
    [
        .. string.IsNullOrWhiteSpace(line.Number) ? ["A line has no number: give what callers dial."] : Array.Empty<string>(),
        .. line.Channels is < 1
            ? [$"Line '{line.Number}': Channels is {line.Channels}: it must be at least 1, or left out for any number."]
            : Array.Empty<string>(),
    ];
}

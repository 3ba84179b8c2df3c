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
        .. configuration.Lines.Where(line => line.Scenario is { } scenario && !configuration.Steps.Contains(scenario))
            .Select(line => $"Line '{line.Number}' leads to the scenario '{line.Scenario}', which is not there."),
        .. WhenBusy(configuration.Lines, configuration.Queues, configuration.Steps),
    ];

    /// <summary>Ways out that lead nowhere, as sentences.</summary>
    /// <param name="steps">Names that flows are registered under.</param>
    public static IEnumerable<string> WhenBusy(IEnumerable<LineSettings> lines, IEnumerable<QueueSettings> queues, ImmutableArray<string> steps)
    {
        var names = queues.Select(queue => queue.Name).ToImmutableHashSet();
        return from line in lines
            let problem = line.WhenBusy switch
            {
                NextStep.Queue { Name: var queue } when !names.Contains(queue) => $"the queue '{queue}', which is not configured.",
                NextStep.Named { Name: var step } when !steps.Contains(step) => $"the step '{step}', which is not registered.",
                NextStep.Number => "a number, which only a queue can: name a queue, a step, or hangup.",
                _ => null,
            }
            where problem is not null
            select $"Line '{line.Number}' leads, when it is busy, to {problem}";
    }

    static IEnumerable<string> Problems(LineSettings line) =>
    [
        .. string.IsNullOrWhiteSpace(line.Number) ? ["A line has no number: give what callers dial."] : Array.Empty<string>(),
        .. ConfigurationCheck.Unplayable($"Line '{line.Number}': RecordingNotice", line.RecordingNotice),
        .. line.Channels is < 1
            ? [$"Line '{line.Number}': Channels is {line.Channels}: it must be at least 1, or left out for any number."]
            : Array.Empty<string>(),
    ];
}

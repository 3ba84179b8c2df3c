using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Lines;

/// <summary>Lines that can be used: each with a number of its own, and a way out that leads somewhere.</summary>
public static class LineCheck
{
    /// <summary>All that is wrong.</summary>
    public static IEnumerable<ConfigurationProblem> Problems(Configuration configuration) =>
    [
        .. ConfigurationCheck.Twice(new("Line", "Линия"), configuration.Lines.Select(line => line.Number)),
        .. configuration.Lines.SelectMany(Problems),
        .. configuration.Lines.Where(line => line.Scenario is { } scenario && !configuration.Steps.Contains(scenario))
            .Select(line => Named(line).Is($" leads to the scenario '{line.Scenario}', which is not there.", $" ведёт в сценарий '{line.Scenario}', которого нет.")),
        .. WhenBusy(configuration.Lines, configuration.Queues, configuration.Steps),
    ];

    /// <summary>Ways out that lead nowhere.</summary>
    /// <param name="steps">Names that flows are registered under.</param>
    public static IEnumerable<ConfigurationProblem> WhenBusy(IEnumerable<LineSettings> lines, IEnumerable<QueueSettings> queues, ImmutableArray<string> steps)
    {
        var names = queues.Select(queue => queue.Name).ToImmutableHashSet();
        return from line in lines
            let problem = line.WhenBusy switch
            {
                NextStep.Queue { Name: var queue } when !names.Contains(queue) => new ConfigurationProblem($"the queue '{queue}', which is not configured.", $"в очередь '{queue}', которой нет."),
                NextStep.Named { Name: var step } when !steps.Contains(step) => new ConfigurationProblem($"the step '{step}', which is not registered.", $"в шаг '{step}', которого нет."),
                NextStep.Number => new ConfigurationProblem("a number, which only a queue can: name a queue, a step, or hangup.", "на номер, а это может только очередь: назовите очередь, шаг или hangup."),
                _ => null,
            }
            where problem is not null
            select Named(line).Is($" leads, when it is busy, to {problem.English}", $", когда занята, ведёт {problem.Russian}");
    }

    static ConfigurationProblem Named(LineSettings line) => new($"Line '{line.Number}'", $"Линия '{line.Number}'");

    static IEnumerable<ConfigurationProblem> Problems(LineSettings line) =>
    [
        .. string.IsNullOrWhiteSpace(line.Number) ? [new("A line has no number: give what callers dial.", "У линии нет номера: задайте то, что набирают.")] : Array.Empty<ConfigurationProblem>(),
        .. ConfigurationCheck.Unplayable(Named(line).At("RecordingNotice"), line.RecordingNotice),
        .. line.Channels is < 1
            ? [Named(line).At("Channels").Is($" is {line.Channels}: it must be at least 1, or left out for any number.", $" = {line.Channels}: нужно не меньше 1 или ничего, если вызовов сколько угодно.")]
            : Array.Empty<ConfigurationProblem>(),
    ];
}

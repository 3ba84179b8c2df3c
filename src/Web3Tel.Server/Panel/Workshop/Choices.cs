using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Prompts;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>What a step can be led to or filled in with, as the call center is.</summary>
public sealed record Choices(ImmutableArray<string> Queues, ImmutableArray<string> Operators, ImmutableArray<string> Lists, ImmutableArray<string> Prompts)
{
    public static readonly Choices None = new([], [], [], []);

    /// <summary>As the settings are now.</summary>
    internal static Choices Of(ScenarioSurroundings around, PromptStore prompts) =>
        new(Sorted(around.Queues), Sorted(around.Operators), Sorted(around.Lists), Sorted(prompts.All.Select(prompt => $"prompt:{prompt.Name}")));

    /// <summary>For a field of that kind.</summary>
    public ImmutableArray<string> For(StepFieldKind kind, ScenarioDraft draft) => kind switch
    {
        StepFieldKind.Queue => Queues,
        StepFieldKind.Operator or StepFieldKind.Operators => Operators,
        StepFieldKind.List => Lists,
        StepFieldKind.Mailbox => [.. Queues.Select(queue => $"queue:{queue}"), .. Operators.Select(id => $"operator:{id}")],
        StepFieldKind.Calendar => [.. draft.Calendars],
        StepFieldKind.Way => [.. draft.Steps],
        _ => [],
    };

    static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}

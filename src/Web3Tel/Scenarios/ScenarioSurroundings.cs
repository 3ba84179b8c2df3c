using System.Collections.Immutable;

namespace Web3Tel.Scenarios;

/// <summary>What there is around a scenario, for it to lead to.</summary>
public sealed record ScenarioSurroundings
{
    public required ImmutableHashSet<string> Queues { get; init; }

    /// <summary>Ids of operators.</summary>
    public required ImmutableHashSet<string> Operators { get; init; }

    /// <summary>Names of lists of callers.</summary>
    public ImmutableHashSet<string> Lists { get; init; } = [];

    /// <summary>Steps that something outside the scenario leads to, such as the exit key of a queue.</summary>
    public ImmutableHashSet<string> Entries { get; init; } = [];

    /// <summary>Whether a sound is there; null when that cannot be known here.</summary>
    public Func<string, bool>? HasSound { get; init; }

    /// <summary>Whether words can be spoken.</summary>
    public bool HasVoice { get; init; } = true;

    /// <summary>Whether numbers outside can be dialled.</summary>
    public bool HasLineOut { get; init; }

    /// <summary>Queues whose operators call customers back; null when that cannot be known here.</summary>
    public ImmutableHashSet<string>? CallingBack { get; init; }

    /// <summary>Whether each line that leads here has a calendar: then a step need not name one.</summary>
    public bool HasLineCalendar { get; init; }
}

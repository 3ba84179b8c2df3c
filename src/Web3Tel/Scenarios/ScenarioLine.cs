using Web3Tel.Skills;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>What a scenario needs to know of the line that a caller dialled, and of this caller on it.</summary>
/// <param name="Zone">Whose clock its calendars go by.</param>
public sealed record ScenarioLine(TimeZoneInfo Zone)
{
    /// <summary>What is spoken; null for what the scenario says.</summary>
    public Language? Language { get; init; }

    /// <summary>Name of the calendar of steps that name none.</summary>
    public string? Calendar { get; init; }

    /// <summary>From how much earlier the place in queues counts.</summary>
    public TimeSpan Priority { get; init; }

    /// <summary>What the call asks of an operator; null for nothing.</summary>
    public SkillDemand? Skills { get; init; }
}

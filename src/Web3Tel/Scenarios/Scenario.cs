using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Scenarios;

/// <summary>Everything a caller meets on a line, as data. <see cref="ScenarioCheck"/> tells whether it can be used.</summary>
public sealed record Scenario
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Calls stay on the version they began with.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What is spoken, where the line does not say otherwise.</summary>
    public Language Language { get; init; }

    /// <summary>Id of the first step.</summary>
    public required string Start { get; init; }

    /// <summary>Id of the step that 0 leads to in every menu; null for none.</summary>
    public string? Operator { get; init; }

    /// <summary>Opening hours by name.</summary>
    public ImmutableSortedDictionary<string, Calendar> Calendars { get; init; } = ImmutableSortedDictionary.Create<string, Calendar>(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public required ImmutableSortedDictionary<string, ScenarioStep> Steps { get; init; }

    /// <summary>Steps by their ids, for scenarios written in C#.</summary>
    /// <exception cref="ArgumentException">Two steps have the same id.</exception>
    public static ImmutableSortedDictionary<string, ScenarioStep> StepsOf(params IEnumerable<(string Id, ScenarioStep Step)> steps) =>
        steps.ToImmutableSortedDictionary(step => step.Id, step => step.Step, StringComparer.Ordinal);

    /// <summary>The step as a place where a caller is.</summary>
    public ScenarioPlace PlaceOf(string step) => new(Name, Version, step);

    /// <summary>Whether it is a name for a scenario, a step, a calendar or what is collected.</summary>
    public static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

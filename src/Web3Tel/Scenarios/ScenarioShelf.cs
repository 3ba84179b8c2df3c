using System.Collections.Immutable;

namespace Web3Tel.Scenarios;

/// <summary>Scenarios in memory: what is published last is current, earlier versions stay for the calls that began with them. Thread-safe.</summary>
public sealed class ScenarioShelf : IScenarios
{
    readonly Lock _gate = new();
    ImmutableSortedDictionary<string, Scenario> _current = ImmutableSortedDictionary.Create<string, Scenario>(StringComparer.Ordinal);
    ImmutableDictionary<(string Name, int Version), Scenario> _all = ImmutableDictionary<(string, int), Scenario>.Empty;

    /// <param name="scenarios">Published at once.</param>
    public ScenarioShelf(params IEnumerable<Scenario> scenarios)
    {
        foreach (var scenario in scenarios)
        {
            Publish(scenario);
        }
    }

    public ImmutableArray<Scenario> Current => [.. Volatile.Read(ref _current).Values];

    public Scenario? Find(string name, int version) => Volatile.Read(ref _all).GetValueOrDefault((name, version));

    /// <summary>Calls that come from now on go through it: a higher version than before, or an earlier one again.</summary>
    /// <exception cref="ArgumentException">Another scenario has this name and version: versions do not change.</exception>
    public void Publish(Scenario scenario)
    {
        lock (_gate)
        {
            Keep(scenario);
            Volatile.Write(ref _current, _current.SetItem(scenario.Name, scenario));
        }
    }

    /// <summary>Calls that come from now on go through these and no others; those that are in one go on.</summary>
    /// <inheritdoc cref="Publish" path="/exception"/>
    public void Change(IEnumerable<Scenario> current)
    {
        lock (_gate)
        {
            var next = current.ToImmutableSortedDictionary(scenario => scenario.Name, scenario => scenario, StringComparer.Ordinal);
            foreach (var scenario in next.Values)
            {
                Keep(scenario);
            }

            Volatile.Write(ref _current, next);
        }
    }

    /// <summary>Kept for calls that began with it, without being current.</summary>
    /// <inheritdoc cref="Publish" path="/exception"/>
    public void Keep(Scenario scenario)
    {
        lock (_gate)
        {
            if (Find(scenario.Name, scenario.Version) is { } known && ScenarioJson.Write(known) != ScenarioJson.Write(scenario))
            {
                throw new ArgumentException($"There is another version {scenario.Version} of the scenario '{scenario.Name}' already: give this one a higher number.", nameof(scenario));
            }

            Volatile.Write(ref _all, _all.SetItem((scenario.Name, scenario.Version), scenario));
        }
    }
}

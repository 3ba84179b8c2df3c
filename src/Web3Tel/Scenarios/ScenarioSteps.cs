using System.Collections.Immutable;
using System.Reactive;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Scenarios;

/// <summary>Scenarios and their steps, for queues to lead to.</summary>
sealed class ScenarioSteps(ScenarioParts parts) : INamedSteps
{
    public ImmutableArray<string> Names => NamesOf(parts.Scenarios.Current);

    public static ImmutableArray<string> NamesOf(IEnumerable<Scenario> scenarios) =>
        [.. scenarios.SelectMany(scenario => scenario.Steps.Keys.Select(step => $"{scenario.Name}.{step}").Prepend(scenario.Name))];

    public Flow<Unit>? Find(string name, Distributor center) => ScenarioFlow.Find(parts, center, name);
}

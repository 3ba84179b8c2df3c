using System.Collections.Immutable;
using System.Reactive;
using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Scenarios;

/// <summary>A scenario as a flow, and its steps as named steps of queues.</summary>
public static class ScenarioFlow
{
    /// <summary>Connections to calls on which a scenario has run: a call that comes back has a new one.</summary>
    static readonly ConditionalWeakTable<ICall, object> Seen = [];

    /// <summary>
    /// What a caller meets who comes by a line. One who comes back, after the service was away or because a conversation ended, goes on: in the
    /// queue, with the place kept, or at the step reached, from its beginning, in the version the call began with.
    /// </summary>
    /// <param name="name">The scenario's name.</param>
    public static Flow<Unit> Of(Distributor center, ScenarioParts parts, string name) => call => Observable.Defer(() =>
    {
        Seen.TryAdd(call, parts);
        var place = PlaceOf(center, call);
        var scenario = Begun(parts, place) ?? Newest(parts, name)
            ?? throw new InvalidOperationException($"There is no scenario '{name}'.");
        var run = new ScenarioRun(center, parts, call, scenario);
        var known = Queueing.WaitsIn(center, call.Info.Ref) ?? (place is null ? Queueing.KnownQueue(center, call) : null);
        return known is not null && center.Current.Queues.ContainsKey(known) ? run.Wait(known, place?.Step)
            : place is not null && scenario.Steps.ContainsKey(place.Step) ? run.Begin(place.Step)
            : run.Begin(scenario.Start);
    });

    /// <summary>
    /// The steps of all scenarios by name: <c>main</c> for the beginning of the scenario main, <c>main.menu</c> for its step menu. Of a call that
    /// is in a version already they are those of that version, where it has them; what came with a later one is taken from the newest.
    /// </summary>
    public static INamedSteps Steps(ScenarioParts parts) => new ScenarioSteps(parts);

    /// <summary>The names of these steps.</summary>
    public static ImmutableArray<string> NamesOf(IEnumerable<Scenario> scenarios) => ScenarioSteps.NamesOf(scenarios);

    internal static Flow<Unit>? Find(ScenarioParts parts, Distributor center, string name) =>
        ScenarioPlace.Read(name) is { } exact ? Exactly(center, parts, exact)
        : name.Split('.') is [var scenario, .. var rest] && rest.Length <= 1 && Newest(parts, scenario) is not null ? Named(center, parts, scenario, rest is [var step] ? step : null)
        : null;

    static Flow<Unit>? Exactly(Distributor center, ScenarioParts parts, ScenarioPlace place) =>
        (Begun(parts, place) ?? Newest(parts, place.Scenario)) is { } scenario ? Enter(center, parts, _ => scenario, place.Step) : null;

    static Flow<Unit> Named(Distributor center, ScenarioParts parts, string name, string? step) => Enter(
        center,
        parts,
        call => PlaceOf(center, call) is { } place && place.Scenario == name && Begun(parts, place) is { } begun && begun.Steps.ContainsKey(step ?? begun.Start)
            ? begun
            : Newest(parts, name)!,
        step);

    /// <param name="step">Id of a step; null for the first one, where a step leads, too, that went with a version that is not kept.</param>
    static Flow<Unit> Enter(Distributor center, ScenarioParts parts, Func<ICall, Scenario> scenarioOf, string? step) => call => Observable.Defer(() =>
    {
        var scenario = scenarioOf(call);
        var isBack = Seen.TryAdd(call, parts) && PlaceOf(center, call) is { } place && place.Scenario == scenario.Name
            && scenario.Steps.GetValueOrDefault(place.Step) is { } reached && !(reached is ScenarioStep.Queue or ScenarioStep.Operator or ScenarioStep.Number);
        return new ScenarioRun(center, parts, call, scenario).Begin(isBack ? PlaceOf(center, call)!.Step : step is not null && scenario.Steps.ContainsKey(step) ? step : scenario.Start);
    });

    static ScenarioPlace? PlaceOf(Distributor center, ICall call) =>
        center.Current.Callers.GetValueOrDefault(call.Info.Ref)?.Scenario
        ?? ScenarioPlace.Read(call.Info.Variables.GetValueOrDefault(CallVariables.Scenario));

    static Scenario? Begun(ScenarioParts parts, ScenarioPlace? place) => place is null ? null : parts.Scenarios.Find(place.Scenario, place.Version);

    static Scenario? Newest(ScenarioParts parts, string name) => parts.Scenarios.Current.FirstOrDefault(scenario => scenario.Name == name);
}

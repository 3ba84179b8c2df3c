namespace Web3Tel.Scenarios;

/// <summary>A step of a scenario in one version: where a caller is. Written on the call, so that it stays on its version whatever happens.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Step">The step's id.</param>
public sealed record ScenarioPlace(string Scenario, int Version, string Step)
{
    /// <summary>Such as <c>main@3.menu</c>: also the name by which queues send callers there.</summary>
    public override string ToString() => FormattableString.Invariant($"{Scenario}@{Version}.{Step}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ScenarioPlace? Read(string? text) =>
        text?.Split('@') is [{ Length: > 0 } scenario, var rest] && rest.Split('.') is [var number, { Length: > 0 } step]
        && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? new ScenarioPlace(scenario, version, step)
            : null;
}

using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>A scenario by its name, as far as its versions tell.</summary>
/// <param name="Name">The scenario's name.</param>
/// <param name="Last">The version that was published or taken out last; null for a scenario that has only drafts.</param>
/// <param name="Draft">A draft later than that; null for none.</param>
sealed record KeptScenario(string Name, DocumentVersion? Last = null, DocumentVersion? Draft = null)
{
    const string Prefix = "scenario:";

    /// <summary>The version that calls go through from now on; null for none.</summary>
    public DocumentVersion? Valid => Last is { Content.State: DocumentState.Published } ? Last : null;

    /// <summary>The same as a scenario; null for none, or one that cannot be read.</summary>
    public Scenario? Live => Valid is { } valid ? Read(valid) : null;

    /// <summary>All there are by name.</summary>
    /// <param name="versions">Each kind's in order.</param>
    public static ImmutableSortedDictionary<string, KeptScenario> Of(IEnumerable<DocumentVersion> versions) => versions
        .GroupBy(version => NameOf(version.Content.Kind))
        .Where(kind => kind.Key is not null)
        .ToImmutableSortedDictionary(
            kind => kind.Key!,
            kind => kind.OrderBy(version => version.Number).Aggregate(new KeptScenario(kind.Key!), (kept, version) => kept.With(version)),
            StringComparer.Ordinal);

    public KeptScenario With(DocumentVersion added) =>
        added.Content.State == DocumentState.Draft ? this with { Draft = added } : this with { Last = added, Draft = null };

    /// <summary>What its versions are kept under.</summary>
    public static string KindOf(string name) => Prefix + name;

    /// <summary>Of which scenario a version is; null for one of something else.</summary>
    public static string? NameOf(string kind) => kind.StartsWith(Prefix, StringComparison.Ordinal) ? kind[Prefix.Length..] : null;

    /// <summary>The scenario as calls go through it; null when it cannot be read, in a later version of the service, say.</summary>
    public static Scenario? Read(DocumentVersion version) => ScenarioJson.Read(version.Content.Text).Scenario is { } scenario ? scenario with { Version = version.Number } : null;

    /// <summary>The text that is kept: the same for the same scenario, whatever number it has.</summary>
    public static string TextOf(Scenario scenario) => ScenarioJson.Write(scenario with { Version = 1 });
}

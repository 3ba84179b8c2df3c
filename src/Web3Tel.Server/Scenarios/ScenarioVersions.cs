using System.Collections.Immutable;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>All scenarios with their versions. Added to by one at a time, in the configuration's turn: one is checked against the other.</summary>
sealed class ScenarioVersions(ILogger<ScenarioVersions> logger)
{
    VersionStore? store;
    ImmutableSortedDictionary<string, KeptScenario> kept = ImmutableSortedDictionary<string, KeptScenario>.Empty;

    /// <summary>What calls go through; each stays on the version it began with.</summary>
    public ScenarioShelf Shelf { get; } = new();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, KeptScenario> All => Volatile.Read(ref kept);

    /// <summary>The valid version of each.</summary>
    public ImmutableArray<Scenario> Live => [.. All.Values.Select(one => one.Live).OfType<Scenario>()];

    public VersionStore Store => store ?? throw new InvalidOperationException("The scenarios have not been read yet.");

    /// <summary>Reads what there is, and makes versions of what the files of the settings say otherwise.</summary>
    /// <param name="check">Refuses what would be valid then: before anything is kept.</param>
    /// <exception cref="SettingsException">What would be valid will not do.</exception>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<ServiceSettings> Begin(VersionStore versions, ServiceSettings start, Func<ImmutableArray<Scenario>, ServiceSettings> check)
    {
        store = versions;
        var all = await versions.All().ConfigureAwait(false);
        foreach (var version in all.Where(version => KeptScenario.NameOf(version.Content.Kind) is not null))
        {
            Keep(version);
        }

        kept = KeptScenario.Of(all);
        var plan = FilesAndVersions.Of(kept, start.ScenarioFiles, start.SettingsWin);
        var settings = check(plan.Live);
        foreach (var due in plan.Due)
        {
            await Add(due).ConfigureAwait(false);
        }

        foreach (var name in plan.Differing)
        {
            Log.ScenarioFileDiffers(logger, name, kept[name].Last!.Number, kept[name].Last!.Content.By);
        }

        return settings with { Scenarios = Live };
    }

    /// <summary>Adds a version and returns when it is on the disk.</summary>
    /// <exception cref="IOException">The disk does not let us: there is no such version.</exception>
    public async Task<DocumentVersion> Add(Draft draft)
    {
        var version = await Store.Append(draft).ConfigureAwait(false);
        Take(version);
        return version;
    }

    /// <summary>Takes over what is on the disk already.</summary>
    public void Take(DocumentVersion version)
    {
        Keep(version);
        var name = KeptScenario.NameOf(version.Content.Kind)!;
        Volatile.Write(ref kept, kept.SetItem(name, (kept.GetValueOrDefault(name) ?? new KeptScenario(name)).With(version)));
    }

    /// <summary>A call may have begun with any that was published.</summary>
    void Keep(DocumentVersion version)
    {
        if (version.Content.State != DocumentState.Published)
        {
            return;
        }

        if (KeptScenario.Read(version) is { } scenario)
        {
            Shelf.Keep(scenario);
        }
        else
        {
            Log.ScenarioNotRead(logger, KeptScenario.NameOf(version.Content.Kind)!, version.Number);
        }
    }
}

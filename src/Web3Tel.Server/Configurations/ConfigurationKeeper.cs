using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Web3Tel.Flows;
using Web3Tel.Scenarios;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Configurations;

/// <summary>
/// The configuration and all its versions. One change at a time: it is checked as a whole, on the disk, and then valid for the call center
/// and the rest of the service. After a crash in between the next start brings what is on the disk.
/// </summary>
sealed class ConfigurationKeeper(ServiceSettings start, StorageOptions options, NamedSteps steps, ScenarioVersions scenarios, ILogger<ConfigurationKeeper> logger) : IAsyncDisposable
{
    public const string Kind = "configuration";

    /// <summary>Who publishes what the settings say.</summary>
    const string Settings = "settings";

    readonly SemaphoreSlim turn = new(1);
    VersionStore? store;
    DocumentVersion? valid;
    Func<ServiceSettings, Task> takesEffect = _ => Task.CompletedTask;
    int leastNumber;

    /// <summary>The valid version.</summary>
    public DocumentVersion Valid => valid ?? throw new InvalidOperationException("The configuration has not been read yet.");

    /// <summary>Its versions.</summary>
    public VersionStore Versions => store ?? throw new InvalidOperationException("The configuration has not been read yet.");

    /// <summary>What the settings would make of it, were they published.</summary>
    public JsonObject OfSettings { get; } = ConfigurationDocument.Of(start);

    /// <summary>
    /// Opens <c>versions.db</c>; the settings are the first version. Later on they are another one when they have changed, as long as the valid
    /// one came from them, or where they are to win.
    /// </summary>
    /// <param name="known">The version the call center was last told of; 0 for none.</param>
    /// <param name="changed">Brings a change into effect, and returns when it is.</param>
    /// <returns>The settings with the valid version.</returns>
    /// <exception cref="SettingsException">The valid version will not do any more, with what is read at the start or in this version of the service.</exception>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<ServiceSettings> Begin(int known, Func<ServiceSettings, Task> changed)
    {
        store = await VersionStore.Open(options, logger).ConfigureAwait(false);
        (takesEffect, leastNumber) = (changed, known);
        var published = await store.Published(Kind).ConfigureAwait(false);
        var differ = published is null || Differences.Between(Read(published), OfSettings).Count > 0;
        if (differ && (published is null || published.Content.Source == DocumentSource.Settings || start.SettingsWin))
        {
            var comment = published is null ? "What the settings said at the first start." : "The settings have been changed.";
            published = await store.Append(Draft(OfSettings, DocumentSource.Settings, null, Settings, comment), known).ConfigureAwait(false);
            Log.SettingsPublished(logger, published.Number, comment);
        }
        else if (differ)
        {
            Log.SettingsDiffer(logger, published!.Number, published.Content.By, published.At);
        }

        valid = published;
        if (known > published!.Number)
        {
            Log.VersionsEndEarly(logger, published.Number, known);
        }

        try
        {
            return Numbered(await scenarios.Begin(store, start, live => ConfigurationDocument.Over(start, Read(published), steps, live)).ConfigureAwait(false), published);
        }
        catch (SettingsException e)
        {
            throw new SettingsException(
            [
                new SettingsError(
                    "Web3Tel", $"of version {published.Number}, which {published.Content.By} published, cannot be used any more.",
                    "Mend what it needs, or start once with Web3Tel:SettingsWin=true: then what the settings say is published."),
                .. e.Errors,
            ]);
        }
    }

    /// <summary>Whether a change would do, and what it would change.</summary>
    public Task<Publication> Check(Change change) => InTurn(() => Task.FromResult(Judge(change).Judged));

    /// <summary>While nothing else changes, neither the configuration nor scenarios.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> change)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The valid version with other scenarios.</summary>
    /// <exception cref="SettingsException">It will not do with them.</exception>
    public ServiceSettings With(ImmutableArray<Scenario> live) => Numbered(ConfigurationDocument.Over(start, Read(Valid), steps, live), Valid);

    /// <summary>Brings it into effect, and returns when it is. In turn only.</summary>
    public Task TakeEffect(ServiceSettings settings) => takesEffect(settings);

    /// <summary>Whether a change would do together with other scenarios. In turn only.</summary>
    public Publication CheckWith(Change change, ImmutableArray<Scenario> live) => Judge(change, live).Judged;

    /// <summary>Publishes it together with scenarios, all of them or nothing, unless it will not do. In turn only.</summary>
    /// <param name="live">What is valid then.</param>
    /// <param name="drafts">Versions of scenarios, and of what else goes with them; where the configuration is the same it has no new version.</param>
    /// <param name="committed">Called as soon as they are on the disk, before they take effect.</param>
    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public async Task<(Publication Became, IReadOnlyList<DocumentVersion> Added)> PublishWith(Change change, ImmutableArray<Scenario> live, IReadOnlyList<Draft> drafts, Action committed)
    {
        var (judged, document, settings) = Judge(change, live);
        if (judged is not Publication.Done done || document is null || settings is null || (done.Differences.Count == 0 && drafts.Count == 0))
        {
            return (judged, []);
        }

        IReadOnlyList<Draft> all = done.Differences.Count == 0 ? drafts : [.. drafts, Draft(document, DocumentSource.Api, change.Repeats, change.By, change.Comment)];
        var added = await Versions.Append(all, draft => draft.Kind == Kind ? leastNumber : 0).ConfigureAwait(false);
        committed();
        foreach (var version in added.Where(version => KeptScenario.NameOf(version.Content.Kind) is not null))
        {
            scenarios.Take(version);
        }

        valid = added.LastOrDefault(version => version.Content.Kind == Kind) ?? Valid;
        await takesEffect(Numbered(settings with { Scenarios = scenarios.Live }, valid)).ConfigureAwait(false);
        Log.ConfigurationPublished(logger, valid.Number, change.By, change.Comment);
        return (done with { Version = valid }, added);
    }

    /// <summary>Publishes it, unless it will not do or somebody was faster.</summary>
    public Task<Publication> Publish(Change change) => InTurn(async () =>
    {
        try
        {
            var (judged, document, settings) = Judge(change);
            if (judged is not Publication.Done { Differences.Count: > 0 } done || document is null || settings is null)
            {
                return judged;
            }

            valid = await Versions.Append(Draft(document, DocumentSource.Api, change.Repeats, change.By, change.Comment), leastNumber).ConfigureAwait(false);
            await takesEffect(Numbered(settings, valid)).ConfigureAwait(false);
            Log.ConfigurationPublished(logger, valid.Number, change.By, change.Comment);
            return done with { Version = valid };
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.ConfigurationNotKept(logger, change.By, e);
            return new Publication.NotKept(e.Message);
        }
    });

    public async ValueTask DisposeAsync()
    {
        turn.Dispose();
        if (store is not { } open)
        {
            return;
        }

        try
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.VersionsClosedWithoutDisk(logger, e);
        }
    }

    /// <summary>The document of a version, as it was kept.</summary>
    public static JsonObject Read(DocumentVersion version) =>
        ConfigurationDocument.Parse(version.Content.Text).Document ?? throw new InvalidDataException($"Version {version.Number} of the configuration is no JSON.");

    (Publication Judged, JsonObject? Document, ServiceSettings? Settings) Judge(Change change, ImmutableArray<Scenario>? live = null)
    {
        if (change.Expected != Valid.Number)
        {
            return (new Publication.Outrun(Valid), null, null);
        }

        var (document, error) = ConfigurationDocument.Parse(change.Text);
        if (document is null)
        {
            return (new Publication.Wrong([error!]), null, null);
        }

        var before = Read(Valid);
        var pins = KeptPins.Restore(document, before);
        try
        {
            var settings = ConfigurationDocument.Over(start, document, steps, live ?? scenarios.Live);
            return pins.Count > 0
                ? (new Publication.Wrong([.. pins]), null, null)
                : (new Publication.Done(Valid, Differences.Between(before, document)), document, settings);
        }
        catch (SettingsException e)
        {
            return (new Publication.Wrong([.. pins, .. e.Errors]), null, null);
        }
    }

    static Draft Draft(JsonObject document, DocumentSource source, int? repeats, string by, string comment) =>
        new(Kind, DocumentState.Published, source, repeats, by, comment, ConfigurationDocument.Write(document));

    static ServiceSettings Numbered(ServiceSettings settings, DocumentVersion version) =>
        settings with { CallCenter = settings.CallCenter with { Version = version.Number, By = version.Content.By } };
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web3Tel.Prompts;
using Web3Tel.Scenarios;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.Scenarios;

/// <summary>
/// Changes scenarios while calls go through them: what is published is checked together with the configuration, on the disk, and then valid
/// for calls that come. One change at a time, of scenarios and configuration alike.
/// </summary>
sealed class ScenarioKeeper(ConfigurationKeeper configurations, ScenarioVersions versions, CurrentSettings current, PromptStore prompts, CallCenterService center, ILogger<ScenarioKeeper> logger)
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether it would do, and what it would change.</summary>
    public Task<Publication> Check(string name, Change change) => configurations.InTurn(() => Task.FromResult(Judge(name, change).Judged));

    /// <summary>Publishes it, unless it will not do or somebody was faster.</summary>
    public Task<Publication> Publish(string name, Change change) => Kept(change.By, async () =>
    {
        var (judged, scenario, settings) = Judge(name, change);
        if (judged is not Publication.Done { Differences.Count: > 0 } done || scenario is null || settings is null)
        {
            return judged;
        }

        var version = await versions.Add(Draft(name, DocumentState.Published, change, KeptScenario.TextOf(scenario))).ConfigureAwait(false);
        await configurations.TakeEffect(settings with { Scenarios = versions.Live }).ConfigureAwait(false);
        await Audit(name, version).ConfigureAwait(false);
        Log.ScenarioPublished(logger, name, version.Number, change.By, change.Comment);
        return done with { Version = version };
    });

    /// <summary>Keeps it, right or wrong: it is valid for nobody.</summary>
    public Task<Publication> KeepDraft(string name, Change change) => Kept(change.By, async () =>
        new Publication.Done(await versions.Add(Draft(name, DocumentState.Draft, change, change.Text)).ConfigureAwait(false), []));

    /// <summary>Calls that come do not go through it any more; those in it go on. It is not published while something leads to it.</summary>
    public Task<Publication> TakeOut(string name, Change change) => Kept(change.By, async () =>
    {
        if (versions.All.GetValueOrDefault(name)?.Valid is not { } valid)
        {
            return new Publication.Unknown();
        }

        if (change.Expected != valid.Number)
        {
            return new Publication.Outrun(valid);
        }

        try
        {
            var settings = configurations.With([.. versions.Live.Where(other => other.Name != name)]);
            var version = await versions.Add(Draft(name, DocumentState.TakenOut, change, valid.Content.Text)).ConfigureAwait(false);
            await configurations.TakeEffect(settings with { Scenarios = versions.Live }).ConfigureAwait(false);
            await Audit(name, version).ConfigureAwait(false);
            Log.ScenarioTakenOut(logger, name, change.By, change.Comment);
            return new Publication.Done(version, []);
        }
        catch (SettingsException e)
        {
            return new Publication.Wrong([.. e.Errors]);
        }
    });

    /// <summary>What is wrong with a text, as far as a draft is concerned: with the scenario alone, and with where it leads.</summary>
    public ImmutableArray<ScenarioProblem> Problems(string name, string text)
    {
        var (scenario, problems) = ScenarioJson.Read(text);
        return scenario is null
            ? problems
            :
            [
                .. scenario.Name == name ? Array.Empty<ScenarioProblem>() : [new ScenarioProblem("name", $"is \"{scenario.Name}\", and this is \"{name}\".", $"здесь «{scenario.Name}», а это «{name}».")],
                .. ScenarioCheck.Problems(scenario with { Version = 1 }, ScenariosReader.Around(current.Value, name) with { HasSound = HasSound }),
            ];
    }

    /// <summary>What one version has otherwise than another. A draft is as somebody wrote it: what it leaves to the defaults is no difference.</summary>
    public static IReadOnlyList<Difference> Compare(string before, string after) => Differences.Between(Document(WithDefaults(before)), Document(WithDefaults(after)));

    static string WithDefaults(string text) => ScenarioJson.Read(text).Scenario is { } scenario ? KeptScenario.TextOf(scenario) : text;

    /// <summary>As it is shown: without its number, which stands beside it, and of keys that stand there twice the last one, as most who read JSON do.</summary>
    public static JsonObject Document(string text)
    {
        var document = (JsonObject)Node(JsonElement.Parse(text, Lenient))!;
        document.Remove("version");
        return document;
    }

    /// <summary>A node of the library's own does not bear a key that stands there twice, which a draft may have.</summary>
    static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal).Select(same => KeyValuePair.Create(same.Key, Node(same.Last())))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };

    (Publication Judged, Scenario? Scenario, ServiceSettings? Settings) Judge(string name, Change change)
    {
        var valid = versions.All.GetValueOrDefault(name)?.Valid;
        if (change.Expected != (valid?.Number ?? 0))
        {
            return (valid is null ? new Publication.Unknown() : new Publication.Outrun(valid), null, null);
        }

        var problems = Problems(name, change.Text);
        if (ScenarioJson.Read(change.Text).Scenario is not { } scenario || scenario.Name != name)
        {
            return (new Publication.Wrong([]) { Problems = problems }, null, null);
        }

        try
        {
            var settings = configurations.With([.. versions.Live.Where(other => other.Name != name), scenario with { Version = 1 }]);
            return problems.IsEmpty
                ? (new Publication.Done(valid, Compare(valid?.Content.Text ?? "{}", KeptScenario.TextOf(scenario))), scenario, settings)
                : (new Publication.Wrong([]) { Problems = problems }, null, null);
        }
        catch (SettingsException e)
        {
            return (new Publication.Wrong([.. e.Errors.Where(error => !ScenariosReader.IsOf(error, name))]) { Problems = problems }, null, null);
        }
    }

    Task Audit(string name, DocumentVersion version)
    {
        var (act, detail) = AuditedChanges.Of(name, version);
        return center.Audit(act, detail, version.Content.By);
    }

    /// <summary>A prompt is there or not; what the switch has itself is not known here.</summary>
    bool HasSound(string sound) => Sound.Read(sound) is not Sound.Named named || prompts.Get(named.Name) is not null;

    internal static Draft Draft(string name, DocumentState state, Change change, string text) =>
        new(KeptScenario.KindOf(name), state, DocumentSource.Api, change.Repeats, change.By, change.Comment, text);

    Task<Publication> Kept(string by, Func<Task<Publication>> change) => configurations.InTurn(async () =>
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.ConfigurationNotKept(logger, by, e);
            return new Publication.NotKept(e.Message);
        }
    });
}

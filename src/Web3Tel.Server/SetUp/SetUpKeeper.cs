using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Web3Tel.Scenarios;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Prompts;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Versions;

namespace Web3Tel.Server.SetUp;

/// <summary>
/// Brings a whole set-up in: looked at first, with all that is wrong and all that would change, then published at once: configuration, scenarios and
/// prompts are one commit. Whatever is refused, by us or by the disk, nothing has changed.
/// </summary>
sealed class SetUpKeeper(ConfigurationKeeper configurations, ScenarioVersions scenarios, PromptStore prompts, BroughtPrompts broughtPrompts, PromptSettings limits, CallCenterService center)
{
    /// <summary>What is valid now, in a word: a set-up that was looked at before something was published is looked at again.</summary>
    public string Mark
    {
        get
        {
            var versions = scenarios.All.Values.Select(one => $"{one.Name} {one.Last?.Number}").Prepend($"{configurations.Valid.Number}").Concat(prompts.All.Select(one => $"{one.Name} {one.Changed:O}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', versions))))[..16];
        }
    }

    /// <summary>What would become of it.</summary>
    /// <param name="file">The ZIP, which can be read from any place.</param>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public Task<SetUpVerdict> Check(Stream file, string by, CancellationToken cancellation) => Look(file, by, "", expected: null, cancellation);

    /// <summary>Publishes it, unless anything is wrong with it. Once it has begun it is brought to its end.</summary>
    /// <param name="expected">The <see cref="Mark"/> it was looked at under: another one refuses it.</param>
    /// <inheritdoc cref="Check"/>
    public Task<SetUpVerdict> Publish(Stream file, string by, string comment, string expected, CancellationToken cancellation) => Look(file, by, comment, expected, cancellation);

    async Task<SetUpVerdict> Look(Stream file, string by, string comment, string? expected, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("web3tel-set-up-");
        try
        {
            var (content, errors) = await new SetUpReader(folder.FullName, limits.MostBytes).Read(file, cancellation).ConfigureAwait(false);
            return content is null ? SetUpVerdict.Refused(errors) : await Judge(content, by, comment, expected).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    async Task<SetUpVerdict> Judge(SetUpContent content, string by, string comment, string? expected)
    {
        var errors = new List<SettingsError>();
        var brought = content.Scenarios.Select(one => Read(one.Key, one.Value, errors)).OfType<Scenario>().ToArray();
        var (document, unread) = ConfigurationDocument.Parse(content.Configuration);
        errors.AddRange(unread is null ? [] : [unread]);
        errors.AddRange(await Unplayable(content).ConfigureAwait(false));
        if (document is null || errors.Count > 0)
        {
            return SetUpVerdict.Refused([.. errors]);
        }

        return await configurations.InTurn(async () =>
        {
            if (expected is not null && expected != Mark)
            {
                return SetUpVerdict.Refused([]) with { IsOutrun = true };
            }

            var valid = ConfigurationKeeper.Read(configurations.Valid);
            var without = KeptPins.Drop(document, valid);
            var change = new Change(ConfigurationDocument.Write(document), configurations.Valid.Number, by, comment);
            var changed = brought.Where(scenario => scenarios.All.GetValueOrDefault(scenario.Name)?.Valid?.Content.Text != KeptScenario.TextOf(scenario)).ToArray();
            ImmutableArray<Scenario> live =
            [
                .. scenarios.Live.Where(here => changed.All(scenario => scenario.Name != here.Name)),
                .. changed.Select(scenario => scenario with { Version = 1 }),
            ];
            var judged = configurations.CheckWith(change, live);
            if (judged is not Publication.Done done)
            {
                return SetUpVerdict.Refused(judged is Publication.Wrong wrong ? wrong.Errors : []);
            }

            var verdict = new SetUpVerdict([.. done.Differences.Select(Told), .. changed.SelectMany(Differ), .. Prompts(content).Select(Told)], Notes(content, without), [], Mark);
            if (expected is null || verdict.Changes.IsEmpty)
            {
                return verdict;
            }

            return await Publish(content, verdict, change, live, changed).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>As one commit. Prompts are made ready before, where nobody hears them.</summary>
    async Task<SetUpVerdict> Publish(SetUpContent content, SetUpVerdict verdict, Change change, ImmutableArray<Scenario> live, Scenario[] changed)
    {
        var ready = await Ready(content, change.By).ConfigureAwait(false);
        Draft[] drafts =
        [
            .. changed.Select(scenario => ScenarioKeeper.Draft(scenario.Name, DocumentState.Published, change, KeptScenario.TextOf(scenario))),
            .. ready.Count > 0 ? [BroughtPrompts.Draft(ready, change)] : Array.Empty<Draft>(),
        ];
        var (became, added) = await prompts.Take(
            ready,
            committed => verdict.Mark == Mark ? configurations.PublishWith(change, live, drafts, committed) : Task.FromResult<(Publication, IReadOnlyList<DocumentVersion>)>((new Publication.Outrun(configurations.Valid), [])),
            broughtPrompts.Settle).ConfigureAwait(false);
        if (became is not Publication.Done)
        {
            return SetUpVerdict.Refused([]) with { IsOutrun = true };
        }

        foreach (var version in added.Where(version => KeptScenario.NameOf(version.Content.Kind) is not null))
        {
            var (act, detail) = AuditedChanges.Of(KeptScenario.NameOf(version.Content.Kind)!, version);
            await center.Audit(act, detail, change.By).ConfigureAwait(false);
        }

        return verdict with { Mark = Mark, IsPublished = true };
    }

    SetUpNote Told(string prompt) => prompts.Get(prompt) is null
        ? new SetUpNote($"prompts/{prompt} is new.", $"prompts/{prompt}: новая подсказка.")
        : new SetUpNote($"prompts/{prompt} is replaced.", $"prompts/{prompt}: заменяется.");

    static SetUpNote Told(Difference difference) => new(DifferenceWords.OfConfiguration(difference, Language.English), DifferenceWords.OfConfiguration(difference, Language.Russian));

    IEnumerable<SetUpNote> Differ(Scenario scenario) =>
        ScenarioKeeper.Compare(scenarios.All.GetValueOrDefault(scenario.Name)?.Valid?.Content.Text ?? "{}", KeptScenario.TextOf(scenario))
            .Select(difference => new SetUpNote($"scenarios/{scenario.Name}: {DifferenceWords.OfScenario(difference, Language.English)}", $"scenarios/{scenario.Name}: {DifferenceWords.OfScenario(difference, Language.Russian)}"));

    /// <summary>Those that are otherwise than here.</summary>
    IEnumerable<string> Prompts(SetUpContent content) => content.Prompts.Where(one => one.Value.Text is not null || content.Sounds.ContainsKey(one.Key)).Where(one => prompts.Get(one.Key) is not { } here
        || here.Text != one.Value.Text || (one.Value.Text is not null && here.Language != one.Value.Language) || !IsSame(prompts.Find(one.Key)?.File, content.Sounds.GetValueOrDefault(one.Key))).Select(one => one.Key);

    static bool IsSame(string? here, string? brought) =>
        brought is null ? here is null : here is not null && new FileInfo(here).Length == new FileInfo(brought).Length && File.ReadAllBytes(here).AsSpan().SequenceEqual(File.ReadAllBytes(brought));

    ImmutableArray<SetUpNote> Notes(SetUpContent content, IReadOnlyList<(string Operator, string Name)> without) =>
    [
        .. without.Select(one => new SetUpNote($"Operator {one.Operator} has no {one.Name} here: set one.", $"У оператора {one.Operator} здесь нет {one.Name}: задайте.")),
        .. scenarios.All.Values.Where(one => one.Valid is not null && !content.Scenarios.ContainsKey(one.Name)).Select(one => new SetUpNote($"The scenario {one.Name} is not in the file, and stays.", $"Сценария {one.Name} в файле нет, он остаётся.")),
        .. prompts.All.Where(one => !content.Prompts.ContainsKey(one.Name)).Select(one => new SetUpNote($"The prompt {one.Name} is not in the file, and stays.", $"Подсказки {one.Name} в файле нет, она остаётся.")),
    ];

    static Scenario? Read(string name, string text, List<SettingsError> errors)
    {
        var (scenario, problems) = ScenarioJson.Read(text);
        var path = SetUpPaths.OfScenario(name);
        errors.AddRange(problems.Select(problem => new SettingsError(path, problem.In(Web3Tel.Speech.Language.English), "See docs/scenario.md.", problem.In(Web3Tel.Speech.Language.Russian), "См. docs/scenario.md.")));
        if (scenario is not null && scenario.Name != name)
        {
            errors.Add(new SettingsError(path, $"is the scenario \"{scenario.Name}\".", "Name the file by it.", $"— сценарий «{scenario.Name}».", "Назовите файл так же."));
        }

        return scenario;
    }

    async Task<List<SettingsError>> Unplayable(SetUpContent content)
    {
        var errors = new List<SettingsError>();
        foreach (var (name, sound) in content.Sounds)
        {
            try
            {
                await prompts.Try(sound).ConfigureAwait(false);
            }
            catch (PromptException e)
            {
                errors.Add(new SettingsError(SetUpPaths.OfSound(name), "will not do.", e.Message, "— не годится.", e.Message));
            }
        }

        return errors;
    }

    /// <exception cref="PromptException">One will not do, or the disk does not take it: none is ready.</exception>
    async Task<IReadOnlyList<StoredPrompt>> Ready(SetUpContent content, string by)
    {
        var ready = new List<StoredPrompt>();
        try
        {
            foreach (var name in Prompts(content).ToArray())
            {
                var prompt = content.Prompts[name];
                ready.Add(await prompts.Prepare(name, content.Sounds.GetValueOrDefault(name), prompt.Text, prompt.Language, by).ConfigureAwait(false));
            }

            return ready;
        }
        catch (PromptException)
        {
            prompts.Discard(ready);
            throw;
        }
    }
}

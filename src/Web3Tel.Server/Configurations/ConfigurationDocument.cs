using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Web3Tel.Flows;
using Web3Tel.Scenarios;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Configurations;

/// <summary>
/// The settings that change while calls run, as a document: the content of the section <c>Web3Tel</c> in <c>appsettings.json</c>, read by the
/// same readers. What needs a restart is not in it.
/// </summary>
static class ConfigurationDocument
{
    const string Root = "Web3Tel";
    const string Lines = "Lines";

    /// <summary>What the simulated world has of its own.</summary>
    static readonly ImmutableArray<string> OfSimulator = [.. PeopleReader.Keys, Lines];

    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>What it can have.</summary>
    public static ImmutableSortedSet<string> Keys { get; } = ImmutableSortedSet.Create(
        StringComparer.OrdinalIgnoreCase, [.. PeopleReader.Keys, "Greeting", Lines, "Callers", "Phone", "Voicemail", "Callback", "Survey", "KeepRecordings", ScoreCardReader.Key]);

    /// <summary>What is read at the start only.</summary>
    public static ImmutableSortedSet<string> RestartKeys { get; } = ImmutableSortedSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["FreeSwitch", "OtherFreeSwitches", "Outbound", "Directory", "Http", "Https", "Data", "Recordings", "TimeZone", "LogLevel", "Speech", "Prompts", "Mail", "MorningReport", "Scenarios", "Simulator", "Verto", "Wall", ServiceSettings.SettingsWinKey]);

    public static string Write(JsonObject document) => document.ToJsonString(Written);

    /// <summary>The document in a text, and what is wrong with it as JSON; comments are not kept.</summary>
    public static (JsonObject? Document, SettingsError? Error) Parse(string text)
    {
        try
        {
            // Keys that differ in nothing but their case are refused: only one of them would count.
            Build(new ConfigurationBuilder(), text);
            var document = (JsonObject)JsonNode.Parse(text, new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient)!;
            LookThrough(document);
            return (document, null);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return (null, new SettingsError(
                Root,
                $"cannot be read: {e.Message}",
                "Give what stands under Web3Tel in appsettings.json, in braces, each key once.",
                $"— не прочитать: {e.Message}",
                "Задайте то, что стоит под Web3Tel в appsettings.json, в фигурных скобках, каждый ключ один раз."));
        }
    }

    /// <summary>What the settings have of it.</summary>
    public static JsonObject Of(ServiceSettings start)
    {
        var section = start.Source.GetSection(Root);
        var simulator = section.GetSection("Simulator");
        var people = start.IsSimulated && simulator.GetSection("Operators").Exists() ? simulator : section;
        var document = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        var ofPeople = people.GetSection(Lines).Exists() ? OfSimulator : [.. PeopleReader.Keys];
        foreach (var child in people.GetChildren().Where(child => ofPeople.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Concat(section.GetChildren().Where(child => Keys.Contains(child.Key) && !ofPeople.Contains(child.Key, StringComparer.OrdinalIgnoreCase))))
        {
            document[child.Key] = Node(child);
        }

        return document;
    }

    /// <summary>The settings with the document in the place of what they have of it.</summary>
    /// <param name="start">The settings at the start.</param>
    /// <param name="steps">The service's own steps, as <see cref="SettingsFile.Read"/> is given them.</param>
    /// <param name="scenarios">The scenarios that are valid; those of the start by default.</param>
    /// <exception cref="SettingsException">With everything that is wrong with the document at once.</exception>
    public static ServiceSettings Over(ServiceSettings start, JsonObject document, NamedSteps steps, ImmutableArray<Scenario>? scenarios = null)
    {
        var errors = document.Select(pair => pair.Key).Where(key => !Keys.Contains(key)).Select(Refused).ToList();
        var rest = new JsonObject(document.Where(pair => Keys.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        var configuration = Build(new ConfigurationBuilder().AddInMemoryCollection(Fixed(start.Source)), new JsonObject { [Root] = rest }.ToJsonString());
        ServiceSettings? read = null;
        try
        {
            read = SettingsFile.Read(configuration, steps, scenarios ?? start.Scenarios);
            errors.AddRange(read.CallCenter.Faults().Select(PeopleReader.Unusable).Select(what => new SettingsError(Root, what.English, "See docs/queues.md.", what.Russian, "См. docs/queues.md.")));
        }
        catch (SettingsException e)
        {
            errors.AddRange(e.Errors);
        }

        return read is not null && errors.Count == 0 ? read with { Source = start.Source, Mail = start.Mail, ScenarioFiles = start.ScenarioFiles } : throw new SettingsException([.. errors]);
    }

    /// <summary>A node finds out that it has a key twice when it is looked into.</summary>
    /// <exception cref="ArgumentException">One has.</exception>
    static void LookThrough(JsonNode? node)
    {
        foreach (var inner in node switch
        {
            JsonObject group => group.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        })
        {
            LookThrough(inner);
        }
    }

    static IConfigurationRoot Build(IConfigurationBuilder builder, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return builder.AddJsonStream(stream).Build();
    }

    /// <summary>Everything that is read at the start only.</summary>
    static IEnumerable<KeyValuePair<string, string?>> Fixed(IConfiguration source) => source.GetSection(Root).AsEnumerable(makePathsRelative: true)
        .Where(pair => pair.Value is not null && pair.Key.Split(':') switch
        {
            ["Simulator", var key, ..] => !OfSimulator.Contains(key, StringComparer.OrdinalIgnoreCase),
            [var key, ..] => !Keys.Contains(key),
            _ => false,
        })
        .Select(pair => KeyValuePair.Create($"{Root}:{pair.Key}", pair.Value));

    static SettingsError Refused(string key) => RestartKeys.Contains(key)
        ? new SettingsError(
            $"{Root}:{key}",
            "is read at the start of the service only.",
            "Take it out of the document, set it in appsettings.json or the environment, and restart the service.",
            "читается только при запуске службы.",
            "Уберите из документа, задайте в appsettings.json или в окружении и перезапустите службу.")
        : new SettingsError(
            $"{Root}:{key}",
            "is not a setting of the configuration.",
            $"Remove it, or did you mean one of {string.Join(", ", Keys)}?",
            "— такой настройки в конфигурации нет.",
            $"Уберите её — или имелось в виду одно из: {string.Join(", ", Keys)}?");

    /// <summary>A list when it is numbered from 0 without a gap: whatever it is read from then reads the same.</summary>
    static JsonNode? Node(IConfigurationSection section)
    {
        var children = section.GetChildren().ToArray();
        if (children.Length == 0)
        {
            return section.Value;
        }

        return children.Select((child, i) => child.Key == $"{i}").All(isNext => isNext)
            ? new JsonArray([.. children.Select(Node)])
            : new JsonObject(children.Select(child => KeyValuePair.Create(child.Key, Node(child))));
    }
}

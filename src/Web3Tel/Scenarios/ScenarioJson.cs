using System.Collections;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Web3Tel.Scenarios;

/// <summary>Scenarios as JSON, as people write and panels edit them.</summary>
public static class ScenarioJson
{
    static readonly JsonDocumentOptions ByHand = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        // Read by people, and never put into a page as it is.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new SecondsConverter(), new PeriodConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveEmptyOut } },
    };

    /// <summary>The same scenario is always the same text, its steps in the order of their ids.</summary>
    public static string Write(Scenario scenario) => JsonSerializer.Serialize(scenario, Options);

    /// <summary>Reads what people write, comments and commas too many included.</summary>
    /// <returns>The scenario, or null with everything that is wrong with its form, as far as it can be told at once.</returns>
    public static (Scenario? Scenario, ImmutableArray<ScenarioProblem> Problems) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, ByHand);
            var problems = JsonShape.Problems(document.RootElement, Options.GetTypeInfo(typeof(Scenario)));
            return problems.IsEmpty ? (Sorted(document.Deserialize<Scenario>(Options)!), problems) : (null, problems);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}, character {e.BytePositionInLine + 1}") : "";
            return (null, [new ScenarioProblem(place, "this is no JSON: look for a missing comma, quote or bracket just before.", "это не JSON: проверьте запятую, кавычку или скобку непосредственно перед этим местом.")]);
        }
    }

    /// <summary>By the value of the characters, whatever the language of the machine.</summary>
    static Scenario Sorted(Scenario read) => read with
    {
        Steps = read.Steps.ToImmutableSortedDictionary(step => step.Key, step => Sorted(step.Value), StringComparer.Ordinal),
        Calendars = read.Calendars.WithComparers(StringComparer.Ordinal),
    };

    static ScenarioStep Sorted(ScenarioStep step) => step switch
    {
        ScenarioStep.Menu menu => menu with { Keys = menu.Keys.WithComparers(StringComparer.Ordinal) },
        ScenarioStep.Queue queue => queue with { Keys = queue.Keys.WithComparers(StringComparer.Ordinal) },
        _ => step,
    };

    static void LeaveEmptyOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        {
            property.ShouldSerialize = (_, value) => value is IEnumerable many && many.GetEnumerator().MoveNext();
        }
    }
}

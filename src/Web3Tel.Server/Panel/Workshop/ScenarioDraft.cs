using System.Text.Json.Nodes;
using Web3Tel.Scenarios;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Scenarios;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A scenario as it is edited in place. Each change gives another one; whatever is not changed stays as somebody wrote it, but for comments.</summary>
public sealed class ScenarioDraft
{
    const string Keys = "keys.";

    readonly JsonObject document;

    ScenarioDraft(JsonObject document) => this.document = document;

    public string Text => ConfigurationDocument.Write(document);

    public string Start => $"{document["start"]}";

    public IEnumerable<string> Steps => All.Select(step => step.Key);

    public IEnumerable<string> Calendars => (document["calendars"] as JsonObject)?.Select(calendar => calendar.Key) ?? [];

    JsonObject All => (JsonObject)document["steps"]!;

    /// <summary>Of a text that can be read as a scenario.</summary>
    public static ScenarioDraft? Read(string text) => ScenarioJson.Read(text).Scenario is null ? null : new(ScenarioKeeper.Document(text));

    public bool Has(string step) => All.ContainsKey(step);

    public string Does(string step) => $"{All[step]!["do"]}";

    /// <summary>What stands in a field; null for nothing.</summary>
    public JsonNode? Get(string step, string field) => Field(All[step]!.AsObject(), field);

    /// <summary>What stands in the scenario itself, such as <c>calendars.day.week</c>; null for nothing.</summary>
    public JsonNode? Own(string path) => path.Split('.').Aggregate((JsonNode?)document, (node, key) => (node as JsonObject)?[key]);

    /// <param name="value">Null for what is left out.</param>
    public ScenarioDraft SetOwn(string path, JsonNode? value) => Changed(draft =>
    {
        var keys = path.Split('.');
        var owner = draft.document;
        foreach (var key in keys[..^1])
        {
            owner = owner[key] as JsonObject ?? (JsonObject)(owner[key] = new JsonObject());
        }

        if (value is null)
        {
            owner.Remove(keys[^1]);
        }
        else
        {
            owner[keys[^1]] = value.DeepClone();
        }
    });

    /// <summary>Ways that lead somewhere, in the order in which they stand there.</summary>
    public IEnumerable<(string Way, string To)> Ways(string step) => WaysOf(All[step]!.AsObject());

    /// <param name="value">Null for what is left out.</param>
    public ScenarioDraft Set(string step, string field, JsonNode? value) => Changed(draft => Put(draft.Step(step), field, value));

    /// <summary>Puts a new step on the way; what was there follows it.</summary>
    /// <param name="from">The step whose way it is; null for the beginning.</param>
    public (ScenarioDraft Draft, string Id) Add(string? from, string way, JsonObject fresh)
    {
        var kind = $"{fresh["do"]}";
        var id = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? kind : $"{kind}{n}").First(name => !All.ContainsKey(name));
        return (Changed(draft =>
        {
            var before = from is null ? draft.Start : $"{Field(draft.Step(from), way)}";
            var step = (JsonObject)fresh.DeepClone();
            if (MainWay(kind) is { } main && draft.All.ContainsKey(before))
            {
                step[main] = before;
            }

            draft.All[id] = step;
            draft.Lead(from, way, id);
        }), id);
    }

    /// <summary>Another kind of step in its place, with all that both have.</summary>
    public ScenarioDraft Turn(string step, JsonObject fresh) => Changed(draft =>
    {
        var old = draft.Step(step);
        var turned = (JsonObject)fresh.DeepClone();
        foreach (var field in StepFields.Of[$"{fresh["do"]}"])
        {
            if (StepFields.Of[$"{old["do"]}"].Any(same => same.Name == field.Name && same.Kind == field.Kind) && old[field.Name] is { } value)
            {
                turned[field.Name] = value.DeepClone();
            }
        }

        if (MainWay($"{fresh["do"]}") is { } main && turned[main] is null && MainWayOf(old) is { } next)
        {
            turned[main] = $"{old[next]}";
        }

        draft.All[step] = turned;
    });

    /// <summary>Takes it out: whatever led to it leads to what followed it.</summary>
    public ScenarioDraft Remove(string step) => Changed(draft =>
    {
        var old = draft.Step(step);
        var next = MainWayOf(old) is { } main && $"{old[main]}" != step ? $"{old[main]}" : null;
        draft.All.Remove(step);
        draft.Redirect(step, next);
    });

    /// <summary>Another id, wherever it stands.</summary>
    public ScenarioDraft Rename(string step, string id) => Changed(draft =>
    {
        var all = draft.All.Select(pair => KeyValuePair.Create(pair.Key == step ? id : pair.Key, pair.Value?.DeepClone())).ToArray();
        draft.document["steps"] = new JsonObject(all);
        draft.Redirect(step, id);
    });

    /// <summary>Changes places with the step before it; null where it cannot.</summary>
    /// <param name="before">The step before it.</param>
    /// <param name="way">The way from there.</param>
    public ScenarioDraft? Up(string step, string before, string way) => MainWayOf(All[step]!.AsObject()) is not { } main || step == before || $"{Get(step, main)}" == before ? null : Changed(draft =>
    {
        var next = $"{draft.Step(step)[main]}";
        draft.Redirect(before, step, but: step);
        draft.Step(step)[main] = before;
        Put(draft.Step(before), way, next);
    });

    /// <summary>The way that goes on: where a step leads by itself.</summary>
    public string? MainWayOf(string step) => MainWayOf(All[step]!.AsObject());

    static string? MainWayOf(JsonObject step) => WaysOf(step).Select(way => way.Way).FirstOrDefault(way => !way.StartsWith(Keys, StringComparison.Ordinal));

    static string? MainWay(string kind) => StepFields.Of[kind].FirstOrDefault(field => field.Kind == StepFieldKind.Way)?.Name;

    static IEnumerable<(string Way, string To)> WaysOf(JsonObject step) => StepFields.Of[$"{step["do"]}"].SelectMany(field => (field.Kind, step[field.Name]) switch
    {
        (StepFieldKind.Way, { } to) => [(field.Name, $"{to}")],
        (StepFieldKind.Keys, JsonObject keys) => keys.Select(key => (Keys + key.Key, $"{key.Value}")),
        _ => Array.Empty<(string, string)>(),
    });

    static JsonNode? Field(JsonObject step, string field) => field.StartsWith(Keys, StringComparison.Ordinal) ? step["keys"]?[field[Keys.Length..]] : step[field];

    static void Put(JsonObject step, string field, JsonNode? value)
    {
        var (owner, name) = field.StartsWith(Keys, StringComparison.Ordinal) ? ((JsonObject)(step["keys"] ??= new JsonObject()), field[Keys.Length..]) : (step, field);
        if (value is null)
        {
            owner.Remove(name);
        }
        else
        {
            owner[name] = value.DeepClone();
        }
    }

    JsonObject Step(string id) => All[id]!.AsObject();

    void Lead(string? from, string way, string to)
    {
        if (from is null)
        {
            document["start"] = to;
        }
        else
        {
            Put(Step(from), way, to);
        }
    }

    /// <param name="to">Null for nowhere.</param>
    /// <param name="but">The step whose ways stay.</param>
    void Redirect(string step, string? to, string? but = null)
    {
        foreach (var (_, from) in All.Where(pair => pair.Key != but).ToArray())
        {
            foreach (var (way, _) in WaysOf(from!.AsObject()).Where(way => way.To == step).ToArray())
            {
                Put(from.AsObject(), way, to);
            }
        }

        if (Start == step && to is not null)
        {
            document["start"] = to;
        }

        if ($"{document["operator"]}" == step && but is null)
        {
            Put(document, "operator", to);
        }
    }

    ScenarioDraft Changed(Action<ScenarioDraft> change)
    {
        var next = new ScenarioDraft((JsonObject)document.DeepClone());
        change(next);
        return next;
    }
}

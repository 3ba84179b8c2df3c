using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Web3Tel.Scenarios;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>A step of a scenario as it is drawn, with what follows.</summary>
/// <param name="Way">The way that leads to it, such as <c>keys.1</c>; null for the first step.</param>
/// <param name="Id">The step's id.</param>
/// <param name="Does">What it does, by the name in the data; null for a step that is not there.</param>
/// <param name="Details">What else stands in it, field by field.</param>
/// <param name="IsElsewhere">Whether what follows is drawn at another place, nearer to the beginning.</param>
sealed record ScenarioBranch(string? Way, string Id, string? Does, ImmutableArray<(string Field, string Text)> Details, ImmutableArray<ScenarioBranch> Follows, bool IsElsewhere = false)
{
    static readonly ImmutableDictionary<Type, string> Names = typeof(ScenarioStep).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToImmutableDictionary(one => one.DerivedType, one => $"{one.TypeDiscriminator}");

    /// <summary>The tree from the first step on, and then one for each step that nobody reaches. Each step is drawn with what follows once, as near to the beginning as it can be.</summary>
    public static ImmutableArray<ScenarioBranch> Of(Scenario scenario)
    {
        var steps = JsonNode.Parse(ScenarioJson.Write(scenario))!["steps"]!.AsObject();
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        var trees = ImmutableArray.CreateBuilder<ScenarioBranch>();
        foreach (var root in scenario.Steps.Keys.Prepend(scenario.Start))
        {
            if (!drawn.Contains(root))
            {
                trees.Add(Draw(null, root, Places(scenario, root, drawn), scenario, steps));
            }
        }

        return trees.ToImmutable();
    }

    /// <summary>From which step, by which way, each step is drawn.</summary>
    static Dictionary<string, (string From, string Way)> Places(Scenario scenario, string root, HashSet<string> drawn)
    {
        var places = new Dictionary<string, (string From, string Way)>(StringComparer.Ordinal);
        var next = new Queue<string>([root]);
        drawn.Add(root);
        while (next.TryDequeue(out var id))
        {
            foreach (var way in WaysOf(scenario, id).Where(way => drawn.Add(way.Step!)))
            {
                places[way.Step!] = (id, way.Name);
                next.Enqueue(way.Step!);
            }
        }

        return places;
    }

    static ScenarioBranch Draw(string? way, string id, Dictionary<string, (string From, string Way)> places, Scenario scenario, JsonObject steps) => new(
        way,
        id,
        scenario.Steps.TryGetValue(id, out var step) ? Names[step.GetType()] : null,
        step is null ? [] : Told(steps[id]!.AsObject(), step),
        [
            .. WaysOf(scenario, id).Select(follows => places.GetValueOrDefault(follows.Step!) == (id, follows.Name)
                ? Draw(follows.Name, follows.Step!, places, scenario, steps)
                : Named(follows.Name, follows.Step!, scenario)),
        ]);

    static ScenarioBranch Named(string way, string id, Scenario scenario) =>
        new(way, id, scenario.Steps.TryGetValue(id, out var step) ? Names[step.GetType()] : null, [], [], IsElsewhere: true);

    static IEnumerable<Way> WaysOf(Scenario scenario, string id) =>
        scenario.Steps.TryGetValue(id, out var step) ? step.Ways.Where(way => way.Step is not null) : [];

    /// <summary>All but what is drawn.</summary>
    static ImmutableArray<(string Field, string Text)> Told(JsonObject data, ScenarioStep step)
    {
        var ways = step.Ways.Select(way => way.Name.Split('.')[0]).Append("do").ToHashSet(StringComparer.Ordinal);
        return [.. data.Where(pair => !ways.Contains(pair.Key)).Select(pair => (pair.Key, Text(pair.Value)))];
    }

    static string Text(JsonNode? value) => value switch
    {
        JsonObject many => string.Join(", ", many.Select(pair => $"{pair.Key} {Text(pair.Value)}")),
        JsonArray list => string.Join(", ", list.Select(Text)),
        null => "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Web3Tel.Scenarios;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>Which steps of a scenario are otherwise than in another version of it, by their ids.</summary>
public sealed record StepChanges(ImmutableSortedSet<string> New, ImmutableSortedSet<string> Changed, ImmutableSortedSet<string> Gone)
{
    public static readonly StepChanges None = new([], [], []);

    public bool IsEmpty => New.IsEmpty && Changed.IsEmpty && Gone.IsEmpty;

    /// <summary>What is written otherwise and means the same is no change; of a text that cannot be read nothing is known.</summary>
    public static StepChanges Between(string before, string after)
    {
        if (Steps(before) is not { } old || Steps(after) is not { } now)
        {
            return None;
        }

        return new(
            [.. now.Select(step => step.Key).Where(id => !old.ContainsKey(id))],
            [.. now.Where(step => old.ContainsKey(step.Key) && !JsonNode.DeepEquals(step.Value, old[step.Key])).Select(step => step.Key)],
            [.. old.Select(step => step.Key).Where(id => !now.ContainsKey(id))]);
    }

    static JsonObject? Steps(string text) => ScenarioJson.Read(text).Scenario is { } scenario ? (JsonObject)JsonNode.Parse(ScenarioJson.Write(scenario))!["steps"]! : null;
}

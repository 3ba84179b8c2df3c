using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Configurations;

/// <summary>What another version of a document says otherwise, key by key. Entries of lists go by their names, not by their places.</summary>
static class Differences
{
    static readonly string[] Names = ["Id", "Name", "Number", "Queue", "Key", "Mailbox"];

    /// <summary>Nothing when both mean the same.</summary>
    public static IReadOnlyList<Difference> Between(JsonObject before, JsonObject after)
    {
        var (was, @is) = (Flat(before), Flat(after));
        return
        [
            .. was.Keys.Union(@is.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
                .Select(key => Between(key, was.GetValueOrDefault(key), @is.GetValueOrDefault(key))).OfType<Difference>(),
        ];
    }

    static Difference? Between(string path, Value? was, Value? now)
    {
        var keys = (now ?? was)!.Keys;
        return was?.Text == now?.Text ? null
            : KeptPins.Secrets.Contains(keys[^1], StringComparer.OrdinalIgnoreCase) ? new Difference(path, keys, Was: null, Is: null, IsSecret: true)
            : new Difference(path, keys, was?.Text, now?.Text, IsSecret: false);
    }

    static Dictionary<string, Value> Flat(JsonObject document)
    {
        var flat = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        Add(flat, "", [], document);
        return flat;
    }

    static void Add(Dictionary<string, Value> flat, string path, ImmutableArray<string> keys, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (key, value) in group)
                {
                    Add(flat, path.Length == 0 ? key : $"{path}:{key}", keys.Add(key), value);
                }

                break;
            case JsonArray list when list.All(one => one is JsonValue):
                Put(flat, path, keys, string.Join(", ", list.Select(one => Text(one!))));
                break;
            case JsonArray list:
                AddNamed(flat, path, keys, list);
                break;
            case JsonValue value:
                Put(flat, path, keys, Text(value));
                break;
        }
    }

    /// <summary>Their order counts, too: the first queue is where other numbers lead.</summary>
    static void AddNamed(Dictionary<string, Value> flat, string path, ImmutableArray<string> keys, JsonArray list)
    {
        var names = new List<string>();
        foreach (var entry in list)
        {
            var name = NameOf(entry) ?? $"{names.Count}";
            name = names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"{name}#{names.Count}" : name;
            names.Add(name);
            Add(flat, $"{path}[{name}]", keys, entry);
        }

        Put(flat, path, keys, string.Join(", ", names));
    }

    static string? NameOf(JsonNode? entry) => entry is JsonObject named
        ? Names.Select(key => named.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value).OfType<JsonValue>().Select(Text).FirstOrDefault()
        : null;

    /// <summary>What is empty is as if it were not there.</summary>
    static void Put(Dictionary<string, Value> flat, string path, ImmutableArray<string> keys, string text)
    {
        if (text.Length > 0)
        {
            flat[path] = new Value(keys, text);
        }
    }

    static string Text(JsonNode value) => value.ToString().Trim() switch
    {
        var text when bool.TryParse(text, out var flag) => flag ? "true" : "false",
        var text => text,
    };

    /// <param name="Keys">Of the way to it, without names of entries.</param>
    sealed record Value(ImmutableArray<string> Keys, string Text);
}

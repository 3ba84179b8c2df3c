using System.Text.Json.Nodes;

namespace Web3Tel.Server.Configurations;

/// <summary>What another version of a document says otherwise, a sentence for each key. Entries of lists go by their names, not by their places.</summary>
static class Differences
{
    static readonly string[] Names = ["Id", "Name", "Number", "Queue", "Key", "Mailbox"];

    /// <summary>Nothing when both mean the same.</summary>
    public static IReadOnlyList<string> Between(JsonObject before, JsonObject after)
    {
        var (was, @is) = (Flat(before), Flat(after));
        return
        [
            .. was.Keys.Union(@is.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
                .Select(key => Sentence(key, was.GetValueOrDefault(key), @is.GetValueOrDefault(key))).OfType<string>(),
        ];
    }

    static string? Sentence(string key, string? was, string? @is) => KeptPins.Secrets.Any(secret => key.EndsWith($":{secret}", StringComparison.OrdinalIgnoreCase))
        ? was == @is ? null : $"{key} was changed."
        : (was, @is) switch
        {
            (null, { } now) => $"{key} is now {now}.",
            ({ } then, null) => $"{key} is gone; it was {then}.",
            ({ } then, { } now) when then != now => $"{key} is now {now}; it was {then}.",
            _ => null,
        };

    static Dictionary<string, string> Flat(JsonObject document)
    {
        var flat = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(flat, "", document);
        return flat;
    }

    static void Add(Dictionary<string, string> flat, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (key, value) in group)
                {
                    Add(flat, path.Length == 0 ? key : $"{path}:{key}", value);
                }

                break;
            case JsonArray list when list.All(one => one is JsonValue):
                Put(flat, path, string.Join(", ", list.Select(one => Text(one!))));
                break;
            case JsonArray list:
                AddNamed(flat, path, list);
                break;
            case JsonValue value:
                Put(flat, path, Text(value));
                break;
        }
    }

    /// <summary>Their order counts, too: the first queue is where other numbers lead.</summary>
    static void AddNamed(Dictionary<string, string> flat, string path, JsonArray list)
    {
        var names = new List<string>();
        foreach (var entry in list)
        {
            var name = NameOf(entry) ?? $"{names.Count}";
            name = names.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"{name}#{names.Count}" : name;
            names.Add(name);
            Add(flat, $"{path}[{name}]", entry);
        }

        Put(flat, path, string.Join(", ", names));
    }

    static string? NameOf(JsonNode? entry) => entry is JsonObject named
        ? Names.Select(key => named.FirstOrDefault(pair => pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value).OfType<JsonValue>().Select(Text).FirstOrDefault()
        : null;

    /// <summary>What is empty is as if it were not there.</summary>
    static void Put(Dictionary<string, string> flat, string path, string text)
    {
        if (text.Length > 0)
        {
            flat[path] = text;
        }
    }

    static string Text(JsonNode value) => value.ToString().Trim() switch
    {
        var text when bool.TryParse(text, out var flag) => flag ? "true" : "false",
        var text => text,
    };
}

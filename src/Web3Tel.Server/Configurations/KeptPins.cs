using System.Text.Json.Nodes;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Configurations;

/// <summary>
/// PINs of operators and passwords of their telephones, which are not shown: what is shown in their place means the operator's of the valid
/// version, so that a document can be read, changed and published again.
/// </summary>
static class KeptPins
{
    public const string Mark = "(kept)";

    /// <summary>The keys of an operator that are never shown, each with where it comes from.</summary>
    static readonly (string Key, string Name, string Command)[] Kept = [("Pin", "PIN", "pin"), ("PhonePassword", "PhonePassword", "phone-password")];

    /// <summary>The keys of an operator that are never shown.</summary>
    public static IEnumerable<string> Secrets => Kept.Select(secret => secret.Key);

    /// <summary>The document to show.</summary>
    public static JsonObject Hide(JsonObject document)
    {
        var shown = (JsonObject)document.DeepClone();
        foreach (var (one, key) in from one in Operators(shown) from key in Secrets where one.Operator[key] is not null select (one, key))
        {
            one.Operator[key] = Mark;
        }

        return shown;
    }

    /// <summary>Whether one stands there itself, not the mark in its place.</summary>
    public static bool AreIn(JsonObject document) =>
        Operators(document).Any(one => Secrets.Any(key => one.Operator[key] is { } secret && Text(secret) != Mark));

    /// <summary>Takes out marks of operators who have none in the valid version.</summary>
    /// <param name="document">Changed.</param>
    /// <returns>Whose, and of what.</returns>
    public static IReadOnlyList<(string Operator, string Name)> Drop(JsonObject document, JsonObject valid)
    {
        var known = Operators(valid).SelectMany(one => Secrets.Where(key => one.Operator[key] is not null).Select(key => (Text(one.Operator["Id"]), key))).ToHashSet();
        var dropped = new List<(string, string)>();
        foreach (var (entry, key, name) in
            from one in Operators(document).ToList() from secret in Kept where Text(one.Operator[secret.Key]) == Mark && !known.Contains((Text(one.Operator["Id"]), secret.Key)) select (one.Operator, secret.Key, secret.Name))
        {
            entry.Remove(key);
            dropped.Add((Text(entry["Id"]), name));
        }

        return dropped;
    }

    /// <summary>The document to keep, and where there is no PIN to keep.</summary>
    /// <param name="document">Changed.</param>
    /// <param name="valid">The valid version.</param>
    public static IReadOnlyList<SettingsError> Restore(JsonObject document, JsonObject valid)
    {
        var errors = new List<SettingsError>();
        foreach (var ((path, entry), (key, name, command)) in
            from one in Operators(document).ToList() from secret in Kept where Text(one.Operator[secret.Key]) == Mark select (one, secret))
        {
            var id = Text(entry["Id"]);
            if (Operators(valid).FirstOrDefault(one => Text(one.Operator["Id"]) == id).Operator?[key] is { } kept)
            {
                entry[key] = kept.DeepClone();
            }
            else
            {
                errors.Add(new SettingsError(
                    $"{path}:{key}",
                    $"is \"{Mark}\", and the valid version has no {name} for \"{id}\".",
                    $"Put in what the command {command} prints, or leave it out.",
                    $"= «{Mark}», а в действующей версии {name} для «{id}» нет.",
                    $"Впишите, что печатает команда {command}, или уберите."));
                entry.Remove(key);
            }
        }

        return errors;
    }

    static IEnumerable<(string Path, JsonObject Operator)> Operators(JsonObject document) => document["Operators"] switch
    {
        JsonArray list => list.Select((one, i) => ($"Web3Tel:Operators:{i}", one as JsonObject)).Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!)),
        JsonObject named => named.Select(pair => ($"Web3Tel:Operators:{pair.Key}", pair.Value as JsonObject)).Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!)),
        _ => [],
    };

    static string Text(JsonNode? node) => node is JsonValue value ? value.ToString().Trim() : "";
}

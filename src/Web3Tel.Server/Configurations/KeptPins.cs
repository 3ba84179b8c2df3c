using System.Text.Json.Nodes;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Configurations;

/// <summary>
/// PINs of operators, which are not shown: what is shown in their place means the operator's PIN of the valid version, so that a document can
/// be read, changed and published again.
/// </summary>
static class KeptPins
{
    public const string Mark = "(kept)";

    /// <summary>The document to show.</summary>
    public static JsonObject Hide(JsonObject document)
    {
        var shown = (JsonObject)document.DeepClone();
        foreach (var one in Operators(shown).Where(one => one.Operator["Pin"] is not null))
        {
            one.Operator["Pin"] = Mark;
        }

        return shown;
    }

    /// <summary>The document to keep, and where there is no PIN to keep.</summary>
    /// <param name="document">Changed.</param>
    /// <param name="valid">The valid version.</param>
    public static IReadOnlyList<SettingsError> Restore(JsonObject document, JsonObject valid)
    {
        var errors = new List<SettingsError>();
        foreach (var (path, entry) in Operators(document).Where(one => Text(one.Operator["Pin"]) == Mark))
        {
            var id = Text(entry["Id"]);
            if (Operators(valid).FirstOrDefault(one => Text(one.Operator["Id"]) == id).Operator?["Pin"] is { } pin)
            {
                entry["Pin"] = pin.DeepClone();
            }
            else
            {
                errors.Add(new SettingsError($"{path}:Pin", $"is \"{Mark}\", and the valid version has no PIN for \"{id}\".", "Put in what the command pin prints, or leave it out."));
                entry.Remove("Pin");
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

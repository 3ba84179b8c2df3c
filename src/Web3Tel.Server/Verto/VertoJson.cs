using System.Text.Json;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Verto;

/// <summary>JSON-RPC as mod_verto speaks it. What is read is asked for by name; nothing is copied as it came.</summary>
static class VertoJson
{
    public const int NotAllowed = -32601;
    public const int Unfit = -32602;

    static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8 };

    /// <summary>The message; null for what is none.</summary>
    public static JsonDocument? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            var document = JsonDocument.Parse(text, Reading);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Object(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    /// <summary>A text; null for none, and for one that is no Unicode.</summary>
    public static string? Text(this JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static long? Number(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number) ? number : null;

    public static JsonObject Request(long id, string method, JsonObject parameters) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters };

    /// <summary>What nobody has to answer.</summary>
    public static JsonObject Notice(string method, JsonObject parameters) => new() { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters };

    public static JsonObject Result(long id, JsonObject result) => new() { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result };

    public static JsonObject Error(long? id, int code, string message) =>
        new() { ["jsonrpc"] = "2.0", ["id"] = id, ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Calls;

namespace Web3Tel.Journal;

/// <summary>A call as one string, <c>node/id</c>: calls are named in nearly every journal entry.</summary>
sealed class CallRefConverter : JsonConverter<CallRef>
{
    public override CallRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var slash = text.LastIndexOf('/');
        return slash < 0
            ? throw new JsonException($"'{text}' is not a call: node/id is expected.")
            : new CallRef(text[..slash], text[(slash + 1)..]);
    }

    public override void Write(Utf8JsonWriter writer, CallRef value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Calls;

namespace Web3Tel.Server.Api;

/// <summary>A cause as its name: <c>"NORMAL_CLEARING"</c>.</summary>
sealed class HangupCauseText : JsonConverter<HangupCause>
{
    public override HangupCause Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, HangupCause value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}

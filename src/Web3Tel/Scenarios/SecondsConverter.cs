using System.Text.Json;
using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>A time in seconds: 2.5.</summary>
sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    const double Longest = 86_400;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var seconds) && Math.Abs(seconds) <= Longest
            ? TimeSpan.FromSeconds(seconds)
            : throw new JsonException("give seconds, at most 86400, such as 5.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Web3Tel.Journal;

/// <summary>Where a caller has asked to be called back, as an array; a state of before has one text, as there could be one wish only.</summary>
sealed class WishesConverter : JsonConverter<ImmutableList<string>>
{
    public override ImmutableList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return [reader.GetString()!];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Wishes are an array of texts, or one text.");
        }

        var wishes = ImmutableList.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            wishes.Add(reader.GetString()!);
        }

        return wishes.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var wish in value)
        {
            writer.WriteStringValue(wish);
        }

        writer.WriteEndArray();
    }
}

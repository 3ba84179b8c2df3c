using System.Text.Json;
using System.Text.Json.Serialization;

namespace Web3Tel.Scenarios;

/// <summary>A sound as a text, <c>"hello.wav"</c>; with words as an object, <c>{ "sound": "hello.wav", "en": "Hello", "ru": "Здравствуйте" }</c>.</summary>
sealed class ScenarioPromptConverter : JsonConverter<ScenarioPrompt>
{
    public override ScenarioPrompt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new ScenarioPrompt(reader.GetString());
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("give a sound, such as \"hello.wav\", or { \"sound\": …, \"en\": …, \"ru\": … }.");
        }

        var prompt = new ScenarioPrompt(null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"\"{name}\" of a prompt is a text.");
            prompt = name switch
            {
                "sound" => prompt with { Sound = text },
                "en" => prompt with { English = text },
                "ru" => prompt with { Russian = text },
                _ => throw new JsonException($"a prompt has no \"{name}\": it has sound, en, ru."),
            };
        }

        return prompt;
    }

    public override void Write(Utf8JsonWriter writer, ScenarioPrompt value, JsonSerializerOptions options)
    {
        if (value is { Sound: { } only, English: null, Russian: null })
        {
            writer.WriteStringValue(only);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, text) in new[] { ("sound", value.Sound), ("en", value.English), ("ru", value.Russian) })
        {
            if (text is not null)
            {
                writer.WriteString(name, text);
            }
        }

        writer.WriteEndObject();
    }
}

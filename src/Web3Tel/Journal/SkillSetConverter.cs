using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Skills;

namespace Web3Tel.Journal;

/// <summary>Skills as an object: <c>{"billing":1,"en":3}</c>.</summary>
sealed class SkillSetConverter : JsonConverter<SkillSet>
{
    public override SkillSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Skills are an object with a level for each skill.");
        }

        var levels = new List<KeyValuePair<string, int>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var skill = reader.GetString()!;
            reader.Read();
            levels.Add(KeyValuePair.Create(skill, reader.GetInt32()));
        }

        return SkillSet.Of(levels);
    }

    public override void Write(Utf8JsonWriter writer, SkillSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (skill, level) in value.Levels)
        {
            writer.WriteNumber(skill, level);
        }

        writer.WriteEndObject();
    }
}

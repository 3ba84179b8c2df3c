using System.Globalization;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>Skills with levels as they are typed: <c>en 2, ru 1</c>.</summary>
static class SkillText
{
    public static string Write(JsonNode? skills) => string.Join(", ", (skills as JsonObject ?? []).Select(skill => $"{skill.Key} {skill.Value}"));

    /// <summary>A skill without a level has 1; null for none at all.</summary>
    public static JsonObject? Read(string text)
    {
        var skills = new JsonObject();
        foreach (var words in text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split([' ', ':', '='], StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0))
        {
            skills[words[0]] = words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var level) ? level : 1;
        }

        return skills.Count > 0 ? skills : null;
    }
}

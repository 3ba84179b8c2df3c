using System.Globalization;
using System.Text.Json.Nodes;

namespace Web3Tel.Server.Panel.Workshop;

/// <summary>Opening hours as they are typed, a line for each day: <c>monday-friday 09:00-13:00, 14:00-18:00</c>; a day without hours is closed.</summary>
public static class HoursText
{
    public static string Write(JsonNode? hours) => string.Join('\n', (hours as JsonObject ?? []).Select(day => $"{day.Key} {string.Join(", ", (day.Value as JsonArray ?? []).Select(period => $"{period}"))}".Trim()));

    /// <summary>The hours, null for none at all; or the line that is not understood.</summary>
    public static (JsonObject? Hours, string? Wrong) Read(string text)
    {
        var hours = new JsonObject();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split((char[])[' ', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (hours.ContainsKey(words[0]) || !words.Skip(1).All(IsPeriod))
            {
                return (null, line);
            }

            hours[words[0]] = new JsonArray([.. words.Skip(1).Select(period => (JsonNode)period)]);
        }

        return (hours.Count > 0 ? hours : null, null);
    }

    static bool IsPeriod(string text) => text.Split('-') is [var from, var to] && IsTime(from) && IsTime(to);

    static bool IsTime(string text) => text == "24:00" || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

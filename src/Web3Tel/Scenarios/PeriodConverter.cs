using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Web3Tel.Hours;

namespace Web3Tel.Scenarios;

/// <summary>Hours as <c>"09:00-18:00"</c>; <c>24:00</c> is the end of the day.</summary>
sealed class PeriodConverter : JsonConverter<Period>
{
    const string Form = "HH:mm";

    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString()!.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
        && Time(from) is { } begin && Time(to) is { } end
            ? new Period(begin, end)
            : throw new JsonException("give hours from and to, such as \"09:00-18:00\".");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{Text(value.From)}-{Text(value.To)}");

    static TimeOnly? Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : null;

    static string Text(TimeOnly time) => time.ToString(Form, CultureInfo.InvariantCulture);
}

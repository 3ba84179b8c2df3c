using System.Globalization;
using Web3Tel.Callbacks;

namespace Web3Tel.Server.Settings;

/// <summary>Reads how a queue calls back those who asked for it, and how that is offered.</summary>
static class CallbackReader
{
    const double Minute = 60;
    const double Day = 86_400;
    
    static readonly (string, string) WeekFix = (
        "Give days and hours, such as \"Mon-Fri 09:00-18:00\" or \"Sat 10:00-15:30\".", "Задайте дни и часы, например «Mon-Fri 09:00-18:00» или «Sat 10:00-15:30».");

    static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <returns>Null for a queue that calls nobody back.</returns>
    public static CallbackSettings? Read(SettingsReader queue)
    {
        if (!queue.Has("Callback") || !queue.Is("Callback"))
        {
            return null;
        }

        var section = queue.Section("Callback");
        var defaults = new CallbackSettings();
        var callback = new CallbackSettings
        {
            Order = section.OneOf("Order", defaults.Order),
            RingTime = section.Seconds("RingSeconds", defaults.RingTime.TotalSeconds, 1, 5 * Minute),
            Attempts = section.Number("Attempts", defaults.Attempts, 1, 100),
            Pause = section.Seconds("PauseSeconds", defaults.Pause.TotalSeconds, 1, Day),
            Expiry = section.Seconds("ExpirySeconds", defaults.Expiry.TotalSeconds, 1, 30 * Day),
            Hours = section.Has("Hours") ? Hours(section.Section("Hours")) : null,
            Numbers = Numbers(section.Section("Numbers")),
            ShownNumber = section.Has("ShownNumber") ? section.Text("ShownNumber") : null,
            Label = section.Has("Label") ? section.Text("Label") : null,
        };
        section.Ignore("Hours");
        section.RefuseOthers();
        return callback;
    }

    /// <summary>What callers are told, whatever the queue.</summary>
    public static CallbackPrompts Prompts(SettingsReader section)
    {
        var defaults = CallbackPrompts.Default;
        var prompts = new CallbackPrompts
        {
            Offer = Sound(section, "Offer"),
            Choices = Sound(section, "Choices"),
            Confirm = Sound(section, "Confirm"),
            Back = Sound(section, "Back"),
            AskNumber = Sound(section, "AskNumber"),
            WrongNumber = Sound(section, "WrongNumber"),
            Accepted = Sound(section, "Accepted"),
            AskedAlready = Sound(section, "AskedAlready"),
            Unavailable = Sound(section, "Unavailable"),
            Language = section.OneOf("Language", defaults.Language),
            OtherNumbers = section.Flag("OtherNumbers", defaults.OtherNumbers),
            Tries = section.Number("Tries", defaults.Tries, 1, 10),
            Patience = section.Seconds("PatienceSeconds", defaults.Patience.TotalSeconds, 1, Minute),
        };
        section.RefuseOthers();
        return prompts;
    }

    static CallingHours Hours(SettingsReader section)
    {
        var hours = new CallingHours(section.Required("Zone", ("Give a time zone, such as Europe/Moscow.", "Задайте часовой пояс, например Europe/Moscow.")))
        {
            Week = [.. section.Texts("Week").SelectMany(text => Week(section, text))],
            Closed = [.. section.Texts("Closed").SelectMany(text => Closed(section, text))],
        };
        section.RefuseOthers();
        return hours;
    }

    /// <returns>None, and told, when the text is no such thing.</returns>
    static IEnumerable<CallingPeriod> Week(SettingsReader section, string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var days, var times]
            && Range(days, DayOf) is var (first, last) && Range(times, TimeOf) is var (from, to))
        {
            return Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(day => new CallingPeriod((DayOfWeek)((first + day) % 7), from, to));
        }

        section.RefuseOne("Week", text, WeekFix);
        return [];
    }

    static (T First, T Last)? Range<T>(string text, Func<string, T?> read)
        where T : struct => text.Split('-') switch
        {
            [var one] when read(one) is { } both => (both, both),
            [var first, var last] when read(first) is { } from && read(last) is { } to => (from, to),
            _ => null,
        };

    static int? DayOf(string text) =>
        Array.FindIndex(DayNames, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is var day && day >= 0 ? day : null;

    static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    static IEnumerable<DateOnly> Closed(SettingsReader section, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return [day];
        }

        section.RefuseOne("Closed", text, ("Give days, such as 2026-12-31.", "Задайте дни, например 2026-12-31."));
        return [];
    }

    static NumberRule Numbers(SettingsReader section)
    {
        var defaults = new NumberRule();
        var rule = new NumberRule
        {
            Shortest = section.Number("Shortest", defaults.Shortest, 1, 31),
            Longest = section.Number("Longest", defaults.Longest, 1, 31),
            Allowed = [.. section.Texts("Allowed")],
            Blocked = [.. section.Texts("Blocked")],
        };
        section.RefuseOthers();
        return rule;
    }

    static string? Sound(SettingsReader section, string name) => section.Text(name) is { Length: > 0 } sound ? sound : null;
}

using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Hours;

namespace Web3Tel.Scenarios;

/// <summary>Opening hours, as a person writes them.</summary>
public sealed record Calendar
{
    const string DayForm = "yyyy-MM-dd";
    const string HolidayForm = "MM-dd";

    /// <summary>Whose clock the hours are of, such as <c>Europe/Moscow</c>; null for that of the line.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Hours by days of the week: <c>monday</c> or <c>monday-friday</c>. A day that is not named is closed.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Period>> Week { get; init; } = Hours<Period>();

    /// <summary>Closed each year on these days: <c>01-07</c> is the seventh of January.</summary>
    public ImmutableArray<string> Holidays { get; init; } = [];

    /// <summary>Days with hours of their own: <c>2026-12-31</c>; with none they are closed.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Period>> Days { get; init; } = Hours<Period>();

    /// <summary>Opened or closed by hand until a moment, whatever else is written.</summary>
    public HandSetting? ByHand { get; init; }

    /// <summary>What cannot be understood of it: where, and what.</summary>
    public IEnumerable<(string Path, string Value)> Misread() =>
    [
        .. Week.Keys.Where(days => DaysOf(days) is null).Select(days => ($"week.{days}", days)),
        .. Holidays.Where(day => !Try(day, HolidayForm, out _)).Select(day => ("holidays", day)),
        .. Days.Keys.Where(day => !Try(day, DayForm, out _)).Select(day => ($"days.{day}", day)),
        .. TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? [("timeZone", zone)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Days of the week that have their hours twice.</summary>
    public IEnumerable<DayOfWeek> Twice() =>
        from day in Week.Keys.SelectMany(days => DaysOf(days) ?? []) group day by day into same where same.Count() > 1 select same.Key;

    /// <summary>What can be understood of it.</summary>
    /// <param name="zone">The line's.</param>
    /// <param name="byHand">What somebody has set from outside; it goes before what is written here.</param>
    public OpeningHours At(TimeZoneInfo zone, HandSetting? byHand = null) =>
        new(TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : zone)
        {
            Week = Week.SelectMany(hours => DaysOf(hours.Key) ?? [], (hours, day) => (day, hours.Value))
                .DistinctBy(hours => hours.day).ToImmutableDictionary(hours => hours.day, hours => hours.Value),
            Holidays = [.. Holidays.Where(day => Try(day, HolidayForm, out _)).Select(day => Try(day, HolidayForm, out var date) ? (date.Month, date.Day) : default)],
            SpecialDays = Days.Where(hours => Try(hours.Key, DayForm, out _))
                .ToImmutableDictionary(hours => DateOnly.ParseExact(hours.Key, DayForm, CultureInfo.InvariantCulture), hours => hours.Value),
            ByHand = byHand ?? ByHand,
        };

    /// <summary>From the first to the last, over the end of the week too.</summary>
    static IEnumerable<DayOfWeek>? DaysOf(string text) => text.Split('-') switch
    {
        [var one] => Day(one) is { } day ? [day] : null,
        [var first, var last] => Day(first) is { } from && Day(last) is { } to
            ? Enumerable.Range(0, ((int)to - (int)from + 7) % 7 + 1).Select(i => (DayOfWeek)(((int)from + i) % 7))
            : null,
        _ => null,
    };

    static DayOfWeek? Day(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) ? day : null;

    /// <summary>The 29th of February is a day, though not of every year: a leap year is asked.</summary>
    static bool Try(string text, string form, out DateOnly day) => form == HolidayForm
        ? DateOnly.TryParseExact($"2024-{text}", DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        : DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    static ImmutableSortedDictionary<string, ImmutableArray<T>> Hours<T>() => ImmutableSortedDictionary.Create<string, ImmutableArray<T>>(StringComparer.Ordinal);
}

using System.Globalization;
using Web3Tel.Callers;

namespace Web3Tel.Server.Recordings;

/// <summary>Reads what is looked for from an address or a form. Everything that is wrong is told at once, by the parameter's name.</summary>
sealed class QueryReader
{
    const double Day = 86_400;
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;

    static readonly string[] Filters = ["since", "until", "dayFrom", "dayTo", "operator", "number", "from", "to", "queue", "minSeconds", "maxSeconds"];

    /// <summary>The last recording one has, and how many more one wants.</summary>
    public static readonly string[] Paging = ["before", "limit"];

    readonly IQueryCollection given;

    /// <param name="given">The parameters. Empty ones are as if they were not there: a form sends all it has.</param>
    /// <param name="zone">Where dates and times of the day are taken.</param>
    /// <param name="names">Names of operators by id.</param>
    /// <param name="others">Parameters besides the filters: <see cref="Paging"/>, and what is somebody else's.</param>
    public QueryReader(IQueryCollection given, TimeZoneInfo zone, IReadOnlyDictionary<string, string> names, params ReadOnlySpan<string> others)
    {
        this.given = given;
        string[] known = [.. Filters, .. others];
        foreach (var key in given.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            // One that was misspelt would otherwise find everything.
            Refuse(key, $"is no parameter here: give {string.Join(", ", known)}.");
        }

        Query = new RecordingQuery
        {
            Zone = zone,
            Since = Moment("since", zone, endOfDay: false),
            Until = Moment("until", zone, endOfDay: true),
            DayFrom = TimeOfDay("dayFrom"),
            DayTo = TimeOfDay("dayTo"),
            Operator = Text("operator") is { } wanted ? id => IsOperator(id, names.GetValueOrDefault(id), wanted) : null,
            Number = Digits("number"),
            From = Digits("from"),
            To = Digits("to"),
            Queue = Text("queue"),
            LeastSeconds = Seconds("minSeconds"),
            MostSeconds = Seconds("maxSeconds"),
        };
        if (Query.Since >= Query.Until)
        {
            Refuse("until", "is not after since.");
        }

        if (Query.LeastSeconds > Query.MostSeconds)
        {
            Refuse("maxSeconds", "is less than minSeconds.");
        }

        Before = Text("before");
        Limit = Number("limit");
    }

    public RecordingQuery Query { get; }

    /// <summary>The id of the last recording one has, or null.</summary>
    public string? Before { get; }

    public int Limit { get; }

    /// <summary>What is wrong, by parameter; none when all is well.</summary>
    public SortedDictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    public void Refuse(string name, string why) => Errors.TryAdd(name, why);

    static bool IsOperator(string id, string? name, string wanted) =>
        id.Equals(wanted, StringComparison.OrdinalIgnoreCase) || name?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;

    string? Text(string name)
    {
        var values = given[name];
        if (values.Count > 1)
        {
            Refuse(name, "is there more than once: give it once.");
        }

        return values is [{ } text, ..] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    string? Digits(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var digits = CallerLists.Digits(text);
        if (digits.Length == 0)
        {
            Refuse(name, $"is \"{text}\", which has no digit: give a number or a part of one, such as 916 123.");
        }

        return digits;
    }

    /// <summary>A day is taken whole, whichever end it is.</summary>
    DateTimeOffset? Moment(string name, TimeZoneInfo zone, bool endOfDay)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return In(zone, day.AddDays(endOfDay ? 1 : 0).ToDateTime(TimeOnly.MinValue));
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return In(zone, local);
        }

        // An unescaped + of an offset arrives as a blank.
        if (DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        Refuse(name, $"is \"{text}\": give a day such as 2026-11-24, or a time such as 2026-11-24T10:30 or 2026-11-24T10:30:00+03:00.");
        return null;
    }

    static DateTimeOffset? In(TimeZoneInfo zone, DateTime local)
    {
        // The first and last hours of the calendar have no such time everywhere; nothing was recorded then.
        var utc = local.Ticks - zone.GetUtcOffset(local).Ticks;
        return utc > DateTime.MinValue.Ticks && utc < DateTime.MaxValue.Ticks ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
    }

    TimeOnly? TimeOfDay(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Refuse(name, $"is \"{text}\": give a time of the day, such as 09:30.");
        return null;
    }

    double? Seconds(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Day)
        {
            return seconds;
        }

        Refuse(name, $"is \"{text}\": give seconds from 0 to {Day}.");
        return null;
    }

    int Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return DefaultLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostLimit)
        {
            return number;
        }

        Refuse(name, $"is \"{text}\": give 1 to {MostLimit}.");
        return DefaultLimit;
    }
}

using Web3Tel.Reports;
using Web3Tel.Server.Api;

namespace Web3Tel.Server.Reports;

/// <summary>Reads what report is wanted.</summary>
sealed class ReportReader : Parameters
{
    const int MostSeconds = 3_600;
    const int MostRows = 3_000;

    static readonly TimeSpan Longest = TimeSpan.FromDays(400);
    static readonly SortedDictionary<string, Interval> Intervals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["15"] = Interval.QuarterHour,
        ["30"] = Interval.HalfHour,
        ["60"] = Interval.Hour,
        ["day"] = Interval.Day,
        ["whole"] = Interval.Whole,
    };

    /// <param name="given">The parameters.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="usual">The time zone when none is named.</param>
    /// <param name="today">The day when none is named.</param>
    public ReportReader(IQueryCollection given, Subject subject, TimeZoneInfo usual, DateOnly today)
        : base(given, ["from", "to", "interval", "timeZone", NameOf(subject), "answeredWithin", "abandonedWithin", "format", "lang"])
    {
        var zone = Zone(usual);
        var from = Quarter("from", zone, endOfDay: false) ?? Stretches.Midnight(today, zone);
        var to = Quarter("to", zone, endOfDay: true) ?? Stretches.Midnight(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime).AddDays(1), zone);
        Query = new ReportQuery
        {
            Subject = subject,
            From = from,
            To = to,
            Zone = zone,
            Interval = ReadInterval(),
            AnsweredWithin = Number("answeredWithin", 20, 0, MostSeconds),
            AbandonedWithin = Number("abandonedWithin", 5, 0, MostSeconds),
            Name = Text(NameOf(subject)),
        };
        AsCsv = ReadFormat();
        if (Text("lang") is { } language and not ("en" or "ru"))
        {
            Refuse("lang", $"is \"{language}\": give en or ru.");
        }

        if (!Errors.ContainsKey("from") && !Errors.ContainsKey("to"))
        {
            RefuseTooMuch();
        }
    }

    public ReportQuery Query { get; }

    /// <summary>Whether it is to be a table for spreadsheets; null where it is not said.</summary>
    public bool? AsCsv { get; }

    public static string NameOf(Subject subject) => subject switch
    {
        Subject.Queue => "queue",
        Subject.Operator => "operator",
        Subject.Line => "line",
    };

    TimeZoneInfo Zone(TimeZoneInfo usual)
    {
        if (Text("timeZone") is not { } name)
        {
            return usual;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        Refuse("timeZone", $"is \"{name}\", which this machine does not know: give one such as Europe/Moscow or UTC.");
        return usual;
    }

    DateTimeOffset? Quarter(string name, TimeZoneInfo zone, bool endOfDay)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var moment = Moment(name, zone, endOfDay);
        if (moment is not { Year: > 1 and < 9_998 })
        {
            Refuse(name, $"is \"{text}\": give a time of this age.");
            return null;
        }

        if (moment.Value.UtcTicks % Slot.Length.Ticks != 0)
        {
            Refuse(name, $"is \"{text}\", which is no full quarter of an hour: figures are kept by these.");
        }

        return moment;
    }

    Interval ReadInterval()
    {
        if (Text("interval") is not { } text)
        {
            return Interval.Day;
        }

        if (Intervals.TryGetValue(text, out var interval))
        {
            return interval;
        }

        Refuse("interval", $"is \"{text}\": give {string.Join(", ", Intervals.Keys)}.");
        return Interval.Day;
    }

    bool? ReadFormat()
    {
        switch (Text("format"))
        {
            case null:
                return null;
            case "csv":
                return true;
            case "json":
                return false;
            case var other:
                Refuse("format", $"is \"{other}\": give json or csv.");
                return null;
        }
    }

    void RefuseTooMuch()
    {
        if (Query.From >= Query.To)
        {
            Refuse("to", "is not after from.");
        }
        else if (Query.To - Query.From > Longest)
        {
            Refuse("to", $"is more than {Longest.TotalDays} days after from: ask for less at once.");
        }
        else if (Stretches.Of(Query.From, Query.To, Query.Interval, Query.Zone).Length > MostRows)
        {
            Refuse("interval", $"makes more than {MostRows} rows of each: give a longer one, or less time.");
        }
    }
}

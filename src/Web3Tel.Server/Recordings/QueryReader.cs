using System.Globalization;
using Web3Tel.Callers;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Api;

namespace Web3Tel.Server.Recordings;

/// <summary>Reads what is looked for from an address or a form. Everything that is wrong is told at once, by the parameter's name.</summary>
sealed class QueryReader : Parameters
{
    const double Day = 86_400;
    const int DefaultLimit = 50;
    const int MostLimit = 1_000;

    static readonly string[] Filters = ["since", "until", "dayFrom", "dayTo", "operator", "number", "from", "to", "queue", "resultCode", "minSeconds", "maxSeconds"];

    /// <summary>The last recording one has, and how many more one wants.</summary>
    public static readonly string[] Paging = ["before", "limit"];

    /// <param name="given">The parameters. Empty ones are as if they were not there: a form sends all it has.</param>
    /// <param name="zone">Where dates and times of the day are taken.</param>
    /// <param name="names">Names of operators by id.</param>
    /// <param name="by">Who asks, and finds what may be seen; null for all.</param>
    /// <param name="others">Parameters besides the filters: <see cref="Paging"/>, and what is somebody else's.</param>
    public QueryReader(IQueryCollection given, TimeZoneInfo zone, IReadOnlyDictionary<string, string> names, Visitor? by, params ReadOnlySpan<string> others)
        : base(given, [.. Filters, .. others])
    {
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
            ResultCode = Text("resultCode"),
            IsSeen = by is null or { IsOfAllQueues: true } ? null : by.Sees,
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
        Limit = Number("limit", DefaultLimit, 1, MostLimit);
    }

    public RecordingQuery Query { get; }

    /// <summary>The id of the last recording one has, or null.</summary>
    public string? Before { get; }

    public int Limit { get; }

    static bool IsOperator(string id, string? name, string wanted) =>
        id.Equals(wanted, StringComparison.OrdinalIgnoreCase) || name?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;

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
}

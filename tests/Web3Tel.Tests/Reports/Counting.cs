using Web3Tel.Distribution;
using Web3Tel.Reports;

namespace Web3Tel.Tests.Reports;

/// <summary>Facts and figures of steps.</summary>
static class Counting
{
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static Facts Of(IEnumerable<Moment> moments)
    {
        var reader = new FactReader(CallCenter.Empty, DateTimeOffset.MinValue);
        foreach (var moment in moments)
        {
            reader.Read(moment);
        }

        return reader.Take();
    }

    /// <summary>All of a queue, operator or line together.</summary>
    public static Tally All(this Facts facts, Subject subject, string name)
    {
        var sum = new Tally();
        foreach (var (_, slot) in facts.Slots)
        {
            if (slot.Of(subject).TryGetValue(name, out var tally))
            {
                sum.Add(tally);
            }
        }

        return sum;
    }

    public static Report Report(this Facts facts, ReportQuery query)
    {
        var report = new Report(query);
        report.Add(facts);
        return report;
    }

    public static ReportQuery Query(Subject subject, DateTimeOffset from, DateTimeOffset to, Interval interval = Interval.Whole) =>
        new() { Subject = subject, From = from, To = to, Zone = Moscow, Interval = interval };

    /// <summary>The figures of a row that are not zero, by name.</summary>
    public static Dictionary<string, double> Figures(this ReportRow row, ReportQuery query) => Columns.Of(query.Subject)
        .Select(column => (column.Name, Value: column.Value(row.Tally, query)))
        .Where(figure => figure.Value is { } value && value != 0)
        .ToDictionary(figure => figure.Name, figure => figure.Value!.Value);

    public static string Text(this Facts facts) => string.Join('\n', facts.Slots.SelectMany(slot => Enum.GetValues<Subject>()
        .SelectMany(subject => slot.Value.Of(subject).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{slot.Key} {subject} {pair.Key}: {Text(pair.Value)}"))
        .Where(line => !line.EndsWith(": ", StringComparison.Ordinal))));

    static string Text(Tally tally) => string.Join(' ', tally.Counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")
        .Concat(tally.AnsweredAfter.OrderBy(pair => pair.Key).Select(pair => $"a{pair.Key}={pair.Value}"))
        .Concat(tally.AbandonedAfter.OrderBy(pair => pair.Key).Select(pair => $"x{pair.Key}={pair.Value}"))
        .Concat(tally.Breaks.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
}

using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Reports;

namespace Web3Tel.Server.Panel;

/// <summary>A bar of a chart, from the bottom up.</summary>
/// <param name="Label">Below it.</param>
/// <param name="Tip">What it says in words.</param>
/// <param name="Parts">Each with the class of its colour.</param>
public sealed record ChartBar(string Label, string Tip, ImmutableArray<(string Colour, double Value)> Parts)
{
    public double Height => Parts.Sum(part => part.Value);
}

/// <summary>From what was counted to what is drawn.</summary>
static class Charts
{
    /// <summary>Seconds up to which a wait belongs to a bar; the last one has all that are longer.</summary>
    static readonly ImmutableArray<int> Bounds = [5, 10, 20, 30, 60, 120, 180, 300, 600];

    static readonly ImmutableArray<double> Steps = [1, 2, 4, 6, 8, 10];

    /// <summary>By interval, from the first in which anything was counted to the last: what lies between is no gap in the drawing.</summary>
    public static ImmutableArray<(Stretch When, Tally Tally)> Series(Report report)
    {
        var counted = report.Rows.GroupBy(row => row.When).ToDictionary(rows => rows.Key, Sum);
        if (counted.Count == 0)
        {
            return [];
        }

        var (first, last) = (counted.Keys.Min(when => when.From), counted.Keys.Max(when => when.From));
        return
        [
            .. Stretches.Of(report.Query.From, report.Query.To, report.Query.Interval, report.Query.Zone)
                .Where(when => when.From >= first && when.From <= last)
                .Select(when => (when, counted.GetValueOrDefault(when) ?? new Tally())),
        ];
    }

    public static ImmutableArray<ChartBar> Waits(Tally tally, ReportWords said) =>
    [
        .. Bounds.Append(int.MaxValue).Select((most, i) =>
        {
            var least = i == 0 ? -1 : Bounds[i - 1];
            var (label, when) = most == int.MaxValue ? (said.Longer, said.Longer) : ($"{most}", $"≤ {most}");
            return Bar(label, when, (said.Answered, "fine", Within(tally.AnsweredAfter, least, most)), (said.Abandoned, "bad", Within(tally.AbandonedAfter, least, most)));
        }),
    ];

    public static ChartBar Bar(string label, string when, params ImmutableArray<(string Name, string Colour, long Count)> parts) => new(
        label,
        $"{when}: {string.Join(", ", parts.Select(part => $"{part.Name} {part.Count}"))}",
        [.. parts.Select(part => (part.Colour, (double)part.Count))]);

    /// <summary>The highest value of an axis: round, and no bar stands out.</summary>
    public static double Top(double highest)
    {
        if (highest <= 4)
        {
            return 4;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest)));
        return Steps.Select(step => step * power).First(top => top >= highest);
    }

    /// <summary>A number in the markup of a drawing.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    static Tally Sum(IEnumerable<ReportRow> rows)
    {
        var sum = new Tally();
        foreach (var row in rows)
        {
            sum.Add(row.Tally);
        }

        return sum;
    }

    static long Within(Dictionary<int, long> after, int above, int most) => after.Where(pair => pair.Key > above && pair.Key <= most).Sum(pair => pair.Value);
}

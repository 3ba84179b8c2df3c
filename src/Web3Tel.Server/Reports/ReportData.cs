using Web3Tel.Reports;

namespace Web3Tel.Server.Reports;

/// <summary>A report as JSON.</summary>
/// <param name="CountedUntil">See <see cref="ReportAnswer"/>, as the two that follow.</param>
/// <param name="Rows">By interval and name.</param>
/// <param name="Totals">By name, over the whole time.</param>
/// <param name="Total">All together.</param>
sealed record ReportData(
    DateTimeOffset From,
    DateTimeOffset To,
    string TimeZone,
    Interval Interval,
    int AnsweredWithin,
    int AbandonedWithin,
    DateTimeOffset? CountedUntil,
    bool IsUpToDate,
    DateTimeOffset? WholeFrom,
    IEnumerable<Dictionary<string, object?>> Rows,
    IEnumerable<Dictionary<string, object?>> Totals,
    Dictionary<string, object?> Total)
{
    /// <param name="names">Names of operators by id.</param>
    public static ReportData Of(ReportAnswer answer, IReadOnlyDictionary<string, string> names)
    {
        var query = answer.Report.Query;
        var total = answer.Report.Total;
        return new ReportData(
            total.When.From,
            total.When.To,
            query.Zone.Id,
            query.Interval,
            query.AnsweredWithin,
            query.AbandonedWithin,
            answer.CountedUntil,
            answer.IsUpToDate,
            answer.WholeFrom,
            answer.Report.Rows.Select(row => Row(row, query, names)),
            answer.Report.Totals.Select(row => Row(row, query, names)),
            Row(total, query, names));
    }

    static Dictionary<string, object?> Row(ReportRow row, ReportQuery query, IReadOnlyDictionary<string, string> names)
    {
        var cells = new Dictionary<string, object?> { ["from"] = row.When.From, ["to"] = row.When.To };
        if (row.Name is { } name)
        {
            cells[ReportReader.NameOf(query.Subject)] = name;
            if (query.Subject == Subject.Operator)
            {
                cells["name"] = names.GetValueOrDefault(name, name);
            }
        }

        foreach (var column in Columns.Of(query.Subject))
        {
            cells[column.Name] = column.Value(row.Tally, query);
        }

        if (query.Subject == Subject.Operator)
        {
            cells["breaks"] = row.Tally.Breaks.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Figures.Seconds(pair.Value));
        }

        if (query.Subject != Subject.Line)
        {
            cells["results"] = row.Tally.Results.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();
        }

        return cells;
    }
}

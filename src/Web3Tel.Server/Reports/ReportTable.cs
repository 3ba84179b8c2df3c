using System.Globalization;
using Web3Tel.Reports;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Recordings;

namespace Web3Tel.Server.Reports;

/// <summary>A report as a table for spreadsheets: a line for each interval and name.</summary>
/// <param name="report">The report.</param>
/// <param name="names">Names of operators by id.</param>
/// <param name="language">Of the header, as <see cref="Language"/> has it.</param>
sealed class ReportTable(Report report, IReadOnlyDictionary<string, string> names, string language)
{
    readonly ReportQuery query = report.Query;
    readonly string[] reasons = [.. report.Rows.SelectMany(row => row.Tally.Breaks.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    readonly string[] results = [.. report.Rows.SelectMany(row => row.Tally.Results.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task Write(TextWriter output)
    {
        foreach (var line in Lines())
        {
            await output.WriteAsync(CsvLine.Of(line)).ConfigureAwait(false);
        }
    }

    /// <summary>The header, and what stands below it.</summary>
    public IEnumerable<string[]> Lines() => report.Rows.Select(Line).Prepend(Header());

    string[] Header() =>
    [
        Word("From", "С"),
        Word("To", "По"),
        .. query.Subject switch
        {
            Subject.Queue => [Word("Queue", "Очередь")],
            Subject.Operator => [Word("Operator", "Оператор"), Word("Name", "Имя")],
            Subject.Line => (string[])[Word("Line", "Линия")],
        },
        .. Columns.Of(query.Subject).Select(column => Word(column.English, column.Russian)),
        .. reasons.Select(reason => Word($"Break {reason}, s", $"Перерыв {reason}, с")),
        .. results.Select(result => Word($"Result {result}", $"Итог {result}")),
    ];

    string[] Line(ReportRow row) =>
    [
        Time(row.When.From),
        Time(row.When.To),
        row.Name!,
        .. query.Subject == Subject.Operator ? [names.GetValueOrDefault(row.Name!, row.Name!)] : (string[])[],
        .. Columns.Of(query.Subject).Select(column => column.Value(row.Tally, query)?.ToString(CultureInfo.InvariantCulture) ?? ""),
        .. reasons.Select(reason => Figures.Seconds(row.Tally.Breaks.GetValueOrDefault(reason)).ToString(CultureInfo.InvariantCulture)),
        .. results.Select(result => row.Tally.Results.GetValueOrDefault(result).ToString(CultureInfo.InvariantCulture)),
    ];

    string Word(string english, string russian) => language == Language.Russian ? russian : english;

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}

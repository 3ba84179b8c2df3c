using System.Globalization;
using System.Text;
using Web3Tel.Reports;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Reports;

/// <summary>The report of one day as an e-mail: figures of each queue in words, and a table of half hours for a spreadsheet.</summary>
/// <param name="answer">Of queues, by half hours.</param>
sealed class MorningEmail(MorningReportSettings settings, DateOnly day, ReportAnswer answer)
{
    /// <summary>Where the name of the queue stands in a line of the table.</summary>
    const int Name = 2;

    static readonly string[] Told =
    [
        "offered", "answered", "answeredWithin", "abandoned", "serviceLevel", "averageSpeedOfAnswer", "longestWait", "conversations", "averageTalk", "averageHandling", "occupancy",
        "voicemailsKept", "callbacks", "calledBack",
    ];

    static readonly string[] Shares = ["serviceLevel", "occupancy"];

    bool IsRussian => settings.Language == Language.Russian;

    /// <summary>Of a day there is one, whenever it is put into the outbox.</summary>
    public static string KeyOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"report-{day:yyyy-MM-dd}");

    public static string FileNameOf(DateOnly day) => $"{KeyOf(day)}.csv";

    /// <param name="table">Where the table lies.</param>
    public Email Made(string table) => new()
    {
        Key = KeyOf(day),
        To = settings.To,
        Subject = IsRussian ? $"Колл-центр: отчёт за {Date}" : $"Call center: report of {Date}",
        Text = Text(),
        Attachment = new Attachment(table, FileNameOf(day)),
    };

    /// <summary>The table; the mark in front tells Excel that it is UTF-8.</summary>
    public byte[] Table() =>
    [
        .. Encoding.UTF8.GetPreamble(),
        .. Encoding.UTF8.GetBytes(string.Concat(new ReportTable(answer.Report, new Dictionary<string, string>(), IsRussian ? Panel.Language.Russian : Panel.Language.English).Lines()
            .Where((line, i) => i == 0 || IsWanted(line[Name])).Select(line => CsvLine.Of(line)))),
    ];

    string Date => day.ToString(IsRussian ? "dd.MM.yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    string Text()
    {
        var query = answer.Report.Query;
        var text = new StringBuilder();
        text.AppendLine(IsRussian ? $"Звонки за {Date}, время по часовому поясу {query.Zone.Id}." : $"Calls of {Date}, by the clock of {query.Zone.Id}.");
        if (!answer.IsUpToDate)
        {
            text.AppendLine().AppendLine(IsRussian
                ? "Не всё ещё посчитано: каких-то цифр не хватает. Полный отчёт — в панели."
                : "Not all is counted yet: some figures are missing. The whole report is in the panel.");
        }

        var rows = answer.Report.Totals.Where(row => IsWanted(row.Name!)).ToArray();
        if (rows.Length == 0)
        {
            text.AppendLine().AppendLine(IsRussian ? "Звонков не было." : "There were no calls.");
        }

        foreach (var row in rows)
        {
            text.AppendLine().AppendLine(row.Name);
            foreach (var column in Columns.Of(Subject.Queue).Where(column => Told.Contains(column.Name)))
            {
                if (column.Value(row.Tally, query) is { } value)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"  {(IsRussian ? column.Russian : column.English)}: {Number(column, value)}");
                }
            }
        }

        return text.AppendLine().AppendLine(IsRussian ? "По получасам — в приложенной таблице." : "By half hours in the table attached.").ToString().ReplaceLineEndings("\n");
    }

    static string Number(Column column, double value) => Shares.Contains(column.Name)
        ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.#} %")
        : value.ToString("0.#", CultureInfo.InvariantCulture);

    bool IsWanted(string queue) => settings.Queues.IsEmpty || settings.Queues.Contains(queue);
}

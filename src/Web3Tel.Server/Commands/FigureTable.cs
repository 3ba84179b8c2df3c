using System.Globalization;
using Web3Tel.WhatIf;

namespace Web3Tel.Server.Commands;

/// <summary>Figures side by side, for people.</summary>
static class FigureTable
{
    public static void Write(TextWriter output, DateTimeOffset day, TimeSpan within, DayReport report)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} (UTC); waits in seconds, of those answered"));
        string[][] rows =
        [
            ["queue", "", "calls", "answered", "abandoned", "others", $"in {within.TotalSeconds} s", "mean", "p50", "p90", "max", "occupancy"],
            .. report.Queues.SelectMany(Rows),
        ];
        TextTable.Write(output, rows, texts: 2);
        output.WriteLine($"The day run again unchanged gives {Percent(report.SameAgent)} of those answered the same operator, {Percent(report.SameWait)} the same wait to a second.");
        if (report.Unfinished > 0)
        {
            output.WriteLine($"Left out: {report.Unfinished} callers who were still there when the journal ends.");
        }

        if (report.Callbacks > 0)
        {
            output.WriteLine($"Left out: {report.Callbacks} customers who were to be called back.");
        }
    }

    static IEnumerable<string[]> Rows(QueueFigures queue) =>
    [
        Row(queue.Queue ?? "all", "real", queue.Real),
        Row("", "run again", queue.Rerun),
        Row("", "what if", queue.WhatIf),
    ];

    static string[] Row(string queue, string which, Figures figures) =>
    [
        queue,
        which,
        Whole(figures.Calls),
        Whole(figures.Answered),
        Whole(figures.Abandoned),
        Whole(figures.Others),
        Percent(figures.ServiceLevel),
        Tenths(figures.MeanWait),
        Tenths(figures.MedianWait),
        Tenths(figures.NinetiethWait),
        Tenths(figures.LongestWait),
        figures.Occupancy is { } occupancy ? Percent(occupancy) : "-",
    ];

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Tenths(double seconds) => seconds.ToString("F1", CultureInfo.InvariantCulture);

    static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}

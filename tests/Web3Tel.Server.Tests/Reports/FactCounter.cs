using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Commands;

namespace Web3Tel.Server.Tests.Reports;

/// <summary>Counts the facts of a data folder; also as a process of its own, which a test kills.</summary>
static class FactCounter
{
    public const string Command = "count-facts";

    /// <summary>So few entries at a time that there are many moments to die at.</summary>
    const int AtOnce = 10;

    /// <summary>Counts all, and says so with an exit code of 0.</summary>
    public static async Task<int> Run(string folder)
    {
        Console.Out.WriteLine("counting");
        Console.Out.Flush();
        await Count(new StorageOptions(folder, TimeProvider.System), AtOnce);
        return 0;
    }

    /// <summary>Counts what is there, and tells the day of each kind of report as text.</summary>
    public static async Task<(string Day, ReportMark Mark)> Count(StorageOptions options, int atOnce = 2_000, Interval interval = Interval.QuarterHour)
    {
        await using var journal = await JournalStore.Open(options, NullLogger.Instance);
        await using var store = ReportStore.Open(options, NullLogger.Instance);
        var keeping = new FactKeeping(journal, new PastStates(options), store, () => CallCenter.Empty, NullLogger.Instance, atOnce);
        while (await keeping.CountMore())
        {
        }

        var text = "";
        foreach (var subject in Enum.GetValues<Subject>())
        {
            var report = new Report(Day(subject, interval));
            await store.Fill(report);
            text += Text(report);
        }

        return (text, await store.Mark());
    }

    /// <summary>The sample day in UTC.</summary>
    public static ReportQuery Day(Subject subject, Interval interval = Interval.QuarterHour)
    {
        var midnight = SampleDay.Opening.AddHours(-SampleDay.Opening.Hour);
        return new ReportQuery { Subject = subject, From = midnight, To = midnight.AddDays(1), Zone = TimeZoneInfo.Utc, Interval = interval };
    }

    public static string Text(Report report) =>
        string.Concat(new ReportTable(report, new Dictionary<string, string>(), "en").Lines().Select(line => string.Join(';', line) + "\n"));
}

using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Storage;

namespace Web3Tel.Benchmarks.Reports;

/// <summary>Reports of thirty days of 10,000 calls: how long the journal takes to count, and a report to sum up, and what is in memory meanwhile.</summary>
static class ReportsBenchmark
{
    const int Days = 30;
    const int Rounds = 5;
    const double Megabyte = 1_000_000;

    static readonly long SlotsADay = TimeSpan.FromDays(1).Ticks / Slot.Length.Ticks;

    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("web3tel-reports-").FullName;
        try
        {
            var options = new StorageOptions(folder, TimeProvider.System);
            await using var store = ReportStore.Open(options, NullLogger.Instance);
            await CountADay(options, store);
            await Multiply(store);
            Console.WriteLine($"Facts of {Days} such days: {new FileInfo(Path.Combine(folder, "reports.db")).Length / Megabyte:F1} MB on the disk");
            Console.WriteLine($"{"a report of 30 days × 10,000 calls",-48}{"rows",9}{"ms",9}{"MB kept",9}{"MB used",9}");
            foreach (var (subject, interval) in new[]
            {
                (Subject.Queue, Interval.Day), (Subject.Queue, Interval.HalfHour), (Subject.Line, Interval.Day), (Subject.Operator, Interval.Day), (Subject.Operator, Interval.HalfHour),
            })
            {
                await Ask(store, subject, interval);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task CountADay(StorageOptions options, ReportStore store)
    {
        var day = new BusyDay();
        day.Run();
        await using (var writing = await JournalStore.Open(options, NullLogger.Instance))
        {
            day.Journal.ForEach(writing.Append);
        }

        await using var journal = await JournalStore.Open(options, NullLogger.Instance);
        var keeping = new FactKeeping(journal, new PastStates(options), store, () => CallCenter.Empty, NullLogger.Instance);
        var began = TimeProvider.System.GetTimestamp();
        while (await keeping.CountMore())
        {
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        Console.WriteLine($"A day of {BusyDay.Calls:N0} calls, {BusyDay.Queues} queues, {BusyDay.Operators} operators, {day.Journal.Count:N0} entries: counted from the journal on the disk "
            + $"in {took.TotalSeconds:F1} s, {took.TotalMicroseconds / day.Journal.Count:F0} µs each ({Days} days in {took.TotalSeconds * Days:F0} s, if each is like it)");
    }

    /// <summary>The facts of the day once more for each of the other days.</summary>
    static async Task Multiply(ReportStore store)
    {
        var counted = new Facts();
        foreach (var subject in Enum.GetValues<Subject>())
        {
            foreach (var (slot, json) in await store.Read(open => open.Slots(subject, 0, long.MaxValue, int.MaxValue)))
            {
                counted.In(slot).Add(subject, ReportFile.Read(json));
            }
        }

        for (var day = 1; day < Days; day++)
        {
            var facts = new Facts();
            foreach (var (slot, of) in counted.Slots)
            {
                facts.In(slot + (day * SlotsADay)).Add(of);
            }

            var mark = await store.Mark();
            await store.Change(new ReportChange(mark.Through, facts, mark with { Bookmark = mark.Bookmark! with { Through = mark.Through + 1 } }));
        }
    }

    static async Task Ask(ReportStore store, Subject subject, Interval interval)
    {
        var from = Stretches.Midnight(DateOnly.FromDateTime(BusyDay.Morning.DateTime), TimeZoneInfo.Utc);
        var query = new ReportQuery { Subject = subject, From = from, To = from.AddDays(Days), Zone = TimeZoneInfo.Utc, Interval = interval };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (best, rows, kept, used) = (double.MaxValue, 0, 0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var began = TimeProvider.System.GetTimestamp();
            var report = new Report(query);
            await store.Fill(report);
            rows = new ReportTable(report, new Dictionary<string, string>(), "en").Lines().Count() - 1;
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            used = GC.GetTotalAllocatedBytes() - allocated;
            kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(report);
        }

        Console.WriteLine($"{$"{subject} by {interval}",-48}{rows,9:N0}{best,9:F0}{kept / Megabyte,9:F1}{used / Megabyte,9:F1}");
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Benchmarks.Recordings;

/// <summary>A process with nothing but the index, as it is in the service.</summary>
static class SearchedRecordings
{
    public const string Command = "recordings-searched";

    /// <summary>Kinds of searches, in the order in which they are told.</summary>
    public static readonly (string Name, string What)[] Searches =
    [
        ("month", "a month, an operator, 3 digits of the number"),
        ("year", "a year, an operator, 3 digits of the number"),
        ("digits", "3 digits of the number, of all there are"),
        ("rare", "7 digits of the number, of all there are"),
        ("evenings", "a queue, 18:00 to 20:00 in Moscow, of all there are"),
        ("everything", "everything"),
        ("page", "everything, a page in the middle"),
    ];

    const int Times = 300;
    const int PageSize = 50;

    static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static async Task<int> Run(string folder)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        RecordingStore? store = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "open")
            {
                var begun = TimeProvider.System.GetTimestamp();
                store = RecordingStore.Open(new StorageOptions(folder, TimeProvider.System), NullLogger.Instance);
                await store.IsWhole();
                await Say($"opened {TimeProvider.System.GetElapsedTime(begun).TotalSeconds} {Megabytes("VmRSS")}");
            }
            else if (line == "weigh")
            {
                await Say($"holds {Megabytes("VmRSS")} {Megabytes("VmHWM")}");
            }
            else
            {
                await Measure(store!, line);
            }
        }

        return 0;
    }

    static async Task Measure(RecordingStore store, string kind)
    {
        var chance = new Random(7);
        var times = new Percentiles();
        var found = 0L;
        var middle = kind == "page" ? await Middle(store) : null;
        for (var n = 0; n < Times; n++)
        {
            var query = Query(kind, chance);
            var begun = Stopwatch.GetTimestamp();
            var page = await store.Search(query, middle, PageSize);
            times.Add(Stopwatch.GetTimestamp() - begun);
            found += page!.Total;
        }

        await Say($"{kind} {found / Times} {times.Microseconds(0.5) / 1e3} {times.Microseconds(0.95) / 1e3} {times.Microseconds(1) / 1e3}");
    }

    static async Task<string> Middle(RecordingStore store)
    {
        var half = new RecordingQuery { Zone = TimeZoneInfo.Utc, Until = MillionRecordings.First.AddDays(180) };
        return (await store.Search(half, null, 1))!.Recordings[0].Id;
    }

    static RecordingQuery Query(string kind, Random chance)
    {
        var operatorId = MillionRecordings.Operator(chance.Next(MillionRecordings.Operators));
        var month = MillionRecordings.First.AddMonths(chance.Next(12));
        var any = new RecordingQuery { Zone = Moscow };
        return kind switch
        {
            "month" => any with { Since = month, Until = month.AddMonths(1), Operator = id => id == operatorId, Number = Digits(chance, 3) },
            "year" => any with { Since = MillionRecordings.First, Until = MillionRecordings.First.AddYears(1), Operator = id => id == operatorId, Number = Digits(chance, 3) },
            "digits" => any with { Number = Digits(chance, 3) },
            "rare" => any with { Number = Digits(chance, 7) },
            "evenings" => any with { Queue = "queue-3", DayFrom = new TimeOnly(18, 0), DayTo = new TimeOnly(20, 0) },
            _ => any,
        };
    }

    static string Digits(Random chance, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => chance.Next(10)));

    static Task Say(FormattableString line) => Console.Out.WriteLineAsync(FormattableString.Invariant(line));

    /// <summary>Linux counts it better than .NET does: the greatest ever, too.</summary>
    static double Megabytes(string figure) => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(figure, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}

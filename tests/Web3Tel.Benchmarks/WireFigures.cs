using System.Diagnostics;

namespace Web3Tel.Benchmarks;

/// <summary>What it took to get through so many events.</summary>
sealed record WireFigures(int Events, TimeSpan Wall, TimeSpan Processor, long Allocated)
{
    /// <summary>Starts to measure; the returned function ends it.</summary>
    public static Func<int, WireFigures> Begin()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        return events =>
        {
            var wall = watch.Elapsed;
            using var now = Process.GetCurrentProcess();
            return new WireFigures(events, wall, now.TotalProcessorTime - processor, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        };
    }

    public override string ToString() =>
        $"{Events / Wall.TotalSeconds,12:N0} {Events / Processor.TotalSeconds,12:N0} {(double)Allocated / Events,12:N0}";
}

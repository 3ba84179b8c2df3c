using System.Diagnostics;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>How long it took, each time.</summary>
sealed class Percentiles
{
    readonly List<long> ticks = [];

    /// <summary>The heading of what <see cref="ToString"/> gives.</summary>
    public static string Heading => $"{"p50",9} {"p95",9} {"p99",9} {"longest",9}";

    public int Count => ticks.Count;

    public void Add(long ticksTaken) => ticks.Add(ticksTaken);

    /// <summary>What came before was warming up.</summary>
    public void Clear() => ticks.Clear();

    public double Microseconds(double share) => Milliseconds(share) * 1e3;

    public override string ToString()
    {
        return $"{Milliseconds(0.5),9:F3} {Milliseconds(0.95),9:F3} {Milliseconds(0.99),9:F3} {Milliseconds(1),9:F3}   ({Count:N0} times)";
    }

    double Milliseconds(double share)
    {
        ticks.Sort();
        return ticks.Count == 0 ? double.NaN : ticks[Math.Min(ticks.Count - 1, (int)(ticks.Count * share))] * 1e3 / Stopwatch.Frequency;
    }
}

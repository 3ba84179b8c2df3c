using System.Globalization;

namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>What was measured of one that distributes calls.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="HandOvers">Milliseconds, the shortest first.</param>
/// <param name="Lost">Callers who never had a conversation.</param>
/// <param name="Calls">How many called.</param>
/// <param name="FreeSwitch">What FreeSWITCH used meanwhile.</param>
/// <param name="Service">What the service used; null where there is none.</param>
sealed record LoadResult(string Name, IReadOnlyList<double> HandOvers, int Lost, int Calls, Use FreeSwitch, Use? Service)
{
    public const string Head = "                 hand-over, ms: p50      p95      p99  longest   times    lost   CPU a call, ms: FreeSWITCH  service   memory, MB: FreeSWITCH  service";

    public double P99 => At(0.99);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-20} {At(0.5),13:N1} {At(0.95),8:N1} {P99,8:N1} {At(1),8:N1} {HandOvers.Count,7} {Lost,7} {PerCall(FreeSwitch),26:N1} {PerCall(Service),8:N1} {Megabytes(FreeSwitch),23:N0} {Megabytes(Service),8:N0}");

    double At(double share) => HandOvers.Count == 0 ? double.NaN : HandOvers[Math.Min(HandOvers.Count - 1, (int)(HandOvers.Count * share))];

    double? PerCall(Use? use) => use?.Processor.TotalMilliseconds / Calls;

    static double? Megabytes(Use? use) => use?.PeakMemory / 1e6;
}

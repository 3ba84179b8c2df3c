using System.Diagnostics;
using System.Reactive.Concurrency;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>From the end of an operator's leg to the next phone ringing, within the call center.</summary>
static class InProcess
{
    const int WarmUp = 1_000;
    const int Rounds = 10_000;

    /// <returns>The times, and the bytes a waiting call holds with its flow.</returns>
    public static (Percentiles Times, long BytesPerCall) Run(int waiting)
    {
        var @switch = new BenchSwitch(BenchCenter.Start);
        var nowhere = new Nowhere();
        using var center = new Distributor(@switch, nowhere, nowhere, new HistoricalScheduler(BenchCenter.Start));
        using var faults = center.Faults.Subscribe(fault => throw new InvalidOperationException("The benchmark is not measuring what it says.", fault));
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, Reception.Flow(center, null, BenchCenter.Queue));

        Arrive(@switch, BenchCenter.Operators);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Arrive(@switch, waiting);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / waiting;

        var times = new Percentiles();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var leg = @switch.Answer();
            @switch.Arrive();
            var freed = Stopwatch.GetTimestamp();
            leg.End(BenchCenter.Start, HungUpBy.Party);
            if (@switch.RangAt < freed)
            {
                throw new InvalidOperationException("An operator was freed and no phone rang.");
            }

            if (round >= 0)
            {
                times.Add(@switch.RangAt - freed);
            }

            @switch.EndCalls();
        }

        return (times, bytes);
    }

    static void Arrive(BenchSwitch @switch, int callers)
    {
        for (var i = 0; i < callers; i++)
        {
            @switch.Arrive();
        }
    }
}

using System.Diagnostics.Metrics;
using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Distribution;

namespace Web3Tel.Server.Logging;

/// <summary>Says in the log what was found and put right, and counts it from outside by the meter <c>Web3Tel.Repairs</c>.</summary>
static class RepairLog
{
    static readonly Meter Meter = new("Web3Tel.Repairs");

    static readonly Counter<long> Repairs = Meter.CreateCounter<long>("web3tel.repairs", description: "What was missed and put right, by kind");

    /// <summary>Cold. What earlier lives of the service have repaired is not counted anew.</summary>
    /// <param name="restored">What the call center was when this life began.</param>
    /// <param name="states">What it is; empty until it has begun.</param>
    /// <param name="logger">The log.</param>
    public static IObservable<Unit> Follow(CallCenter restored, IObservable<CallCenter> states, ILogger logger) => states
        .Where(state => state.Number > restored.Number)
        .Prepend(restored)
        .Select(state => state.Repairs)
        .DistinctUntilChanged()
        .Buffer(2, 1)
        .Where(pair => pair.Count == 2)
        .Do(pair =>
        {
            foreach (var (what, total) in pair[1])
            {
                var more = total - pair[0].GetValueOrDefault(what);
                if (more > 0)
                {
                    Log.Repaired(logger, what, more, total);
                    Repairs.Add(more, new KeyValuePair<string, object?>("what", what.ToString()));
                }
            }
        })
        .Select(_ => Unit.Default);
}

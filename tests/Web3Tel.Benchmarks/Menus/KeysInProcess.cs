using System.Diagnostics;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>From the event of a key to the command that plays the next prompt, within the call center.</summary>
static class KeysInProcess
{
    const int WarmUp = 100;
    const int Calls = 1_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Percentiles Run(Func<Distributor, IScheduler, Flow<Unit>> reception)
    {
        var clock = new HistoricalScheduler(BenchCenter.Start);
        var nowhere = new Nowhere();
        using var calls = new Subject<ICall>();
        using var center = new Distributor(new CallsOnly(calls), nowhere, nowhere, clock);
        using var faults = center.Faults.Subscribe(fault => throw new InvalidOperationException("The benchmark is not measuring what it says.", fault));
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, reception(center, clock));
        var times = new Percentiles();
        for (var i = -WarmUp; i < Calls; i++)
        {
            var call = new KeyedCall($"call{i}", clock.Now);
            calls.OnNext(call);
            foreach (var key in BenchMenus.Keys)
            {
                clock.AdvanceBy(Pause);
                var pressed = Stopwatch.GetTimestamp();
                call.Press(key, clock.Now);
                if (call.PlayedAt < pressed)
                {
                    throw new InvalidOperationException($"After {key} nothing was played: the benchmark is not measuring what it says.");
                }

                if (i >= 0)
                {
                    times.Add(call.PlayedAt - pressed);
                }
            }

            call.HangUp(clock.Now);
        }

        return times;
    }

    /// <summary>A switch that only hands over calls.</summary>
    sealed class CallsOnly(IObservable<ICall> calls) : ISwitch
    {
        public IObservable<ICall> Calls => calls;

        public IObservable<NodeState> Nodes { get; } = Observable.Return<NodeState>(new NodeState.Up("fs1", [])).Concat(Observable.Never<NodeState>());

        public IObservable<ICall> Originate(Dial dial) => throw new InvalidOperationException("Nobody is to be rung.");

        public ICall Attach(LiveCall call) => throw new InvalidOperationException($"Nothing survived that {call.Ref} could be.");
    }
}

using System.Reactive.Concurrency;
using Web3Tel.Flows;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>
/// From the bytes that tell of the end of an operator's leg to the bytes that ring the next phone, through everything but sockets and
/// disk. The simulated FreeSWITCH is on the same thread, and its time is not counted.
/// </summary>
static class OverTheWire
{
    const int WarmUp = 500;
    const int Rounds = 3_000;

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static Percentiles Run(int waiting)
    {
        var tap = new Tap();
        using var wired = new WiredCenter((center, _) => Reception.Flow(center, null, BenchCenter.Queue), tap.On, tap.On);
        var (clock, freeSwitch) = (wired.Clock, wired.FreeSwitch);
        foreach (var agent in BenchCenter.Configuration.Agents)
        {
            freeSwitch.Operator(agent.Id).Answers(TimeSpan.Zero).Talks(TimeSpan.FromMilliseconds(500));
        }

        var called = 0;
        var times = new Percentiles();
        void Call() => freeSwitch.Call($"+7{called++:D10}").WaitsAtMost(Limit);
        for (var i = 0; i < waiting + BenchCenter.Operators; i++)
        {
            Call();
        }

        var begun = 0;
        tap.Rang = taken =>
        {
            clock.Schedule(Call);
            if (++begun > WarmUp)
            {
                times.Add(taken);
            }
        };
        while (times.Count < Rounds)
        {
            clock.AdvanceBy(Step);
            if (clock.Now > BenchCenter.Start + Limit)
            {
                throw new InvalidOperationException($"Only {times.Count} hand-overs in {Limit}: the benchmark is not measuring what it says.");
            }
        }

        return times;
    }
}

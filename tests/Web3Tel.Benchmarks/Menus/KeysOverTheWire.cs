using System.Reactive;
using System.Reactive.Concurrency;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>
/// From the bytes that tell of a key to those of the command that plays the next prompt, without sockets. The simulated FreeSWITCH is on the same
/// thread, and what it answers in between is counted.
/// </summary>
static class KeysOverTheWire
{
    const int WarmUp = 50;
    const int Calls = 500;

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static Percentiles Run(Func<Distributor, IScheduler, Flow<Unit>> reception)
    {
        var times = new Percentiles();
        using var wired = new WiredCenter(reception, door => door, service => new TappedAcceptor(service, () => new KeyTap(times.Add)));
        var (clock, freeSwitch) = (wired.Clock, wired.FreeSwitch);
        for (var i = 0; i < WarmUp + Calls; i++)
        {
            if (i == WarmUp)
            {
                times.Clear();
            }

            var caller = freeSwitch.Call($"+7{i:D10}");
            for (var key = 0; key < BenchMenus.Keys.Length; key++)
            {
                caller.PressesAfter(MenuBenchmark.BetweenKeys * (key + 1), $"{BenchMenus.Keys[key]}");
            }

            for (var end = clock.Now + (MenuBenchmark.BetweenKeys * (BenchMenus.Keys.Length + 1)); clock.Now < end;)
            {
                clock.AdvanceBy(Step);
            }

            caller.HangsUp();
            clock.AdvanceBy(Step);
        }

        return times;
    }
}

using System.Globalization;
using System.Reactive;
using System.Reactive.Concurrency;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Distribution;
using Web3Tel.Flows;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>How soon after a key the next prompt of the menu is asked for.</summary>
static class MenuBenchmark
{
    /// <summary>Between two keys of a caller, in the caller's time: the prompt plays when the next one comes.</summary>
    public static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);

    static readonly (string Name, Func<Distributor, IScheduler, Flow<Unit>> Reception)[] Menus = [("C#", BenchMenus.Flow), ("a scenario", BenchMenus.OfScenario)];

    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("The menu's reaction: from a key to the command that plays the next prompt (aim: p99 < 1 ms in process), milliseconds");
        Console.WriteLine($"{"",-58}{Percentiles.Heading}");
        foreach (var (name, reception) in Menus)
        {
            Console.WriteLine($"{$"in the call center, menus in {name}",-58}{KeysInProcess.Run(reception)}");
            Console.WriteLine($"{$"from bytes to bytes, menus in {name}",-58}{KeysOverTheWire.Run(reception)}");
            Console.WriteLine($"{$"over sockets of this machine, menus in {name}",-58}{await KeysOverSockets.Run(reception)}");
        }

        return 0;
    }
}

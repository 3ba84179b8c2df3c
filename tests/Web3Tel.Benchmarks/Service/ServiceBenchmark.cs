using System.Diagnostics;
using System.Globalization;

namespace Web3Tel.Benchmarks.Service;

/// <summary>Full calls per second with everything durable, and what a waiting call holds with its connection.</summary>
static class ServiceBenchmark
{
    const int Calls = 6_000;
    const int Waiting = 2_000;
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (var perSecond in (int[])[100, 200, 300, 500])
        {
            await Throughput(perSecond);
        }

        await Memory();
    }

    static async Task Throughput(int perSecond)
    {
        await using var service = new LoadedService(operators: 400);
        await Ready(service);
        var cpu = service.Service.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        service.Load(perSecond, Calls);
        var talked = await Eventually(() => Task.FromResult(service.Talked), talked => talked >= Calls);
        var seconds = watch.Elapsed.TotalSeconds;
        service.Service.Refresh();
        var used = service.Service.TotalProcessorTime - cpu;
        var results = await Eventually(service.Results, results => results.Count >= Calls);
        var answered = results.Count(result => result == "answered");
        Console.WriteLine(
            $"asked {perSecond,4} calls/s: {talked / seconds,5:N0} conversations a second, the start included ({answered:N0} of {Calls:N0} answered, {Calls - results.Count:N0} not in the history), service {used.TotalMilliseconds / Calls:N2} ms CPU a call, simulator {service.SimulatorTime.TotalMilliseconds / Calls:N2}");
    }

    static async Task Memory()
    {
        await using var service = new LoadedService(operators: 0);
        await Ready(service);
        service.Service.Refresh();
        var before = service.Service.WorkingSet64;
        service.Load(perSecond: 200, Waiting);
        var waiting = await Eventually(service.Waiting, waiting => waiting >= Waiting);
        service.Service.Refresh();
        Console.WriteLine(
            $"{waiting:N0} waiting: the working set grew by {(service.Service.WorkingSet64 - before) / 1024.0 / waiting:N1} KB a call, garbage not yet collected included (aim < 30)");
    }

    static Task<int> Ready(LoadedService service) => Eventually(
        async () =>
        {
            try
            {
                return await service.Waiting();
            }
            catch (HttpRequestException)
            {
                return -1;
            }
        },
        waiting => waiting == 0);

    /// <summary>What is found when it is enough, or when patience is over.</summary>
    static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        using var timer = new PeriodicTimer(Glance);
        var watch = Stopwatch.StartNew();
        var found = await look();
        while (!enough(found) && watch.Elapsed < Patience)
        {
            await timer.WaitForNextTickAsync();
            found = await look();
        }

        return found;
    }
}

namespace Web3Tel.Benchmarks.Service;

/// <summary>What one more waiting caller holds in the service, the connection included.</summary>
static class Memory
{
    const int Callers = 2_000;
    const int PerSecond = 200;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Run()
    {
        await using var service = await LoadedService.StartWeighed();

        // Some first, so that what is made once is there.
        await Wait(service, Callers / 4);
        var before = await service.Weigh();
        await Wait(service, Callers);
        var after = await service.Weigh();
        var waiting = await service.Waiting();
        var callers = waiting - (Callers / 4);
        Console.WriteLine(
            $"{waiting:N0} callers wait: each holds {(after.Living - before.Living) / callers:N1} KB of living objects; the working set grew by {(after.WorkingSet - before.WorkingSet) / callers:N1} KB each (aim < 30)");
    }

    static async Task Wait(LoadedService service, int callers)
    {
        var there = await service.Waiting();
        await service.Switch.Ask($"call {LoadedService.NobodyServes} {PerSecond} {callers}", "called", Patience);
        await LoadedService.Eventually(service.Waiting, waiting => waiting >= there + callers);
    }
}

namespace Web3Tel.Benchmarks.Service;

/// <summary>Calls that arrive, wait, are answered, recorded, talked, ended and written down: more and more of them each second.</summary>
sealed class Throughput(LoadedService service)
{
    const int SecondsOfLoad = 10;
    const int WarmUp = 4_500;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly HashSet<string> known = [];

    /// <returns>How many calls were lost.</returns>
    public static async Task<int> Run()
    {
        Console.WriteLine($"The service and a simulated FreeSWITCH, a process each on the same {Environment.ProcessorCount} cores, everything durable. 500 calls/s, none lost, are the aim;");
        Console.WriteLine("on a machine that others use as well the processor time of a call tells more than the seconds do.");
        Console.WriteLine($"{"calls/s asked",-15}{"came",8}{"done",8}{"calls",8}{"answered",10}{"lost",6}   waited p50, p99 ms   processor ms/call: service, switch");
        await using var service = await LoadedService.Start();
        var throughput = new Throughput(service);

        // Until both programs are compiled as they will stay: some thousand calls.
        var lost = await throughput.Row("warm-up", 150, WarmUp);
        foreach (var perSecond in (int[])[100, 200, 300, 500, 600])
        {
            lost += await throughput.Row($"{perSecond}", perSecond, perSecond * SecondsOfLoad);
        }

        return lost;
    }

    async Task<int> Row(string name, int perSecond, int calls)
    {
        var (before, beforeOfSwitch) = (service.Service.Processor, service.Switch.Processor);
        var called = await service.Switch.Ask($"call {LoadedService.Answered} {perSecond} {calls}", "called", Patience);
        var gone = await service.Switch.Ask("gone", "gone", Patience);
        var (used, usedBySwitch) = (service.Service.Processor - before, service.Switch.Processor - beforeOfSwitch);

        var history = await LoadedService.Eventually(() => NotKnownBefore(calls), found => found.Count >= calls);
        known.UnionWith(history.Keys);
        var answered = history.Values.Count(call => call.Result == "answered");
        var waited = history.Values.Select(call => call.Waited * 1000).Order().ToArray();
        var lost = calls - history.Count;
        Console.WriteLine(
            $"{name,-15}{calls / called[0],8:N0}{calls / gone[0],8:N0}{calls,8:N0}{answered,10:N0}{lost,6:N0}   {At(waited, 0.5),10:N0} {At(waited, 0.99),9:N0}   {used.TotalMilliseconds / calls,26:N2} {usedBySwitch.TotalMilliseconds / calls,7:N2}");
        if (lost != 0)
        {
            Console.WriteLine($"LOST: of {calls:N0} callers {history.Count:N0} are in the history.");
        }

        if (answered != (int)gone[1])
        {
            // A conversation of a fraction of a second may be over before the service has heard of it from both connections.
            var others = history.Values.Where(call => call.Result != "answered").CountBy(call => call.Result).Select(other => $"{other.Value:N0} {other.Key}");
            Console.WriteLine($"{"",-15}{gone[1]:N0} talked, but {string.Join(", ", others)} in the history");
        }

        return Math.Abs(lost);
    }

    /// <summary>The calls of the history that no row before had.</summary>
    async Task<Dictionary<string, (string Result, double Waited)>> NotKnownBefore(int calls)
    {
        var newest = await service.History(calls);
        return newest.Where(call => !known.Contains(call.Key)).ToDictionary();
    }

    static double At(double[] ordered, double share) => ordered.Length == 0 ? 0 : ordered[(int)((ordered.Length - 1) * share)];
}

using System.Globalization;
using Web3Tel.Server.Tests.Service;
using Xunit.Sdk;

namespace Web3Tel.Server.Tests.FreeSwitch.Load;

/// <summary>SIPp's callers for SIPp's operators on a real FreeSWITCH, distributed by the service and then by mod_callcenter, each on a FreeSWITCH of its own.</summary>
static class LoadBenchmark
{
    public const string Command = "bench-freeswitch";

    const int CallerPort = 16500;
    const int OperatorPort = 16600;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Neither records, and neither lets an operator rest longer than it must after a call that came to nothing.</summary>
    static readonly Dictionary<string, string> Settings = new()
    {
        ["Queues__0__Record"] = "false",
        ["Queues__0__AfterRejectSeconds"] = "1",
        ["Queues__0__AfterBusySeconds"] = "1",
        ["Queues__0__AfterNoAnswerSeconds"] = "1",
        ["Queues__0__AfterUnreachableSeconds"] = "1",
        ["Queues__0__AfterConnectFailedSeconds"] = "1",
    };

    public static async Task<int> Run(string[] words)
    {
        if (LoadPlan.Read(words) is not { } plan)
        {
            await Console.Error.WriteLineAsync("Say how many operators, how many calls a second and for how many seconds, or nothing.");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"asked of a call center: {LoadPlan.Whole}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"done here, {Environment.ProcessorCount} cores:   {plan}"));
        try
        {
            Console.WriteLine(LoadResult.Head);
            var ours = await Service(plan);
            Console.WriteLine(ours);
            var theirs = await ModCallcenter(plan);
            Console.WriteLine(theirs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 of the hand-over: {theirs.P99 / ours.P99:N1} times as long with mod_callcenter (aim: 10); lost by the service: {ours.Lost} (aim: 0)"));
            return ours.Lost == 0 ? 0 : 1;
        }
        catch (SkipException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message[(missing.Message.IndexOf("Needs", StringComparison.Ordinal) is > 0 and var at ? at : 0)..]);
            return 1;
        }
    }

    static async Task<LoadResult> Service(LoadPlan plan)
    {
        await using var freeSwitch = await RealFreeSwitch.Start();
        await using var service = await ServiceOnFreeSwitch.Start(freeSwitch, Settings, [.. Enumerable.Repeat(OperatorPort, plan.Operators)]);
        var result = await Measure("Web3Tel", plan, freeSwitch, () => service.Use);
        foreach (var vain in (await service.History()).SelectMany(call => call.Journey)
            .Where(step => step is { What: "offerEnded", Detail: not ("Answered" or "Reassigned") } or { What: "connectFailed" }).GroupBy(step => (step.What, step.Detail)))
        {
            Console.WriteLine($"in vain: {vain.Count()} times {vain.Key.What} {vain.Key.Detail}");
        }

        return result;
    }

    static async Task<LoadResult> ModCallcenter(LoadPlan plan)
    {
        await using var freeSwitch = await RealFreeSwitch.Start(conf => CallcenterConfiguration.Write(conf, plan.Operators, OperatorPort));
        await Eventually.Gives(async () => await freeSwitch.Api("callcenter_config agent list") is var list && CallcenterConfiguration.Agents(list) == plan.Operators
            ? true
            : throw new InvalidOperationException($"mod_callcenter has not all {plan.Operators} agents: {list}"));
        return await Measure("mod_callcenter", plan, freeSwitch, () => null);
    }

    static async Task<LoadResult> Measure(string name, LoadPlan plan, RealFreeSwitch freeSwitch, Func<Use?> service)
    {
        await using var operators = Sipp.Operators(OperatorPort, plan.Talk);
        await using (var first = Sipp.Callers(freeSwitch, plan.Operators, plan.CallsPerSecond, CallerPort))
        {
            // Whatever is slow once only.
            await first.Exit(Patience);
        }

        using var witness = await LoadWitness.Of(freeSwitch);
        var (before, serviceBefore) = (freeSwitch.Use, service());
        await using var callers = Sipp.Callers(freeSwitch, plan.Calls, plan.CallsPerSecond, CallerPort);
        await callers.Exit(Patience);
        return new LoadResult(
            name, witness.HandOvers, plan.Calls - witness.Talked, plan.Calls, freeSwitch.Use.Since(before), serviceBefore is { } then ? service()?.Since(then) : null);
    }
}

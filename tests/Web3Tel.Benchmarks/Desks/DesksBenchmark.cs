using System.Diagnostics;
using System.Globalization;
using Web3Tel.Benchmarks.Service;

namespace Web3Tel.Benchmarks.Desks;

/// <summary>Many desks open at once: what each holds in the service, and how soon what happens is on its page.</summary>
static class DesksBenchmark
{
    const int Desks = 500;
    const int FirstDesks = 50;
    const int OpenedAlone = 20;
    const int OpenedAtOnce = 8;
    const int Times = 60;
    const int CallsPerSecond = 10;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var service = await LoadedService.StartWeighed();
        using var http = new HttpClient { BaseAddress = service.Address };
        var desks = new List<OpenDesk>();
        try
        {
            // Some first, so that what is made once is there.
            await Open(http, desks, FirstDesks - OpenedAlone);
            var lives = await OpenAlone(http, desks);
            Console.WriteLine($"a desk lives {lives[lives.Count / 2]:N0} ms after it is asked for, one after the other, {lives[^1]:N0} ms at most");
            var before = await service.Weigh();
            var watch = Stopwatch.StartNew();
            await Open(http, desks, Desks);
            var seconds = watch.Elapsed.TotalSeconds;
            var after = await service.Weigh();
            var more = Desks - FirstDesks;
            Console.WriteLine($"{Desks} desks of as many operators, each a page and its circuit over a WebSocket, of a client that confirms and does not draw ({more / seconds:N0} opened a second):");
            Console.WriteLine($"each holds {(after.Living - before.Living) / more:N0} KB of living objects; the working set grew by {(after.WorkingSet - before.WorkingSet) / more:N0} KB each, to {after.WorkingSet / 1024:N0} MB");
            Console.WriteLine($"{"from a command to the page, ms",-34}{"p50",8}{"p99",8}{"most",8}   all {Desks} pages: {"p50",5}{"most",8}   processor ms/change");
            await Row("quiet", service, http, desks);
            var calls = service.Switch.Ask($"call {LoadedService.Answered} {CallsPerSecond} {CallsPerSecond * Times}", "called", Patience);
            await Row($"{CallsPerSecond} calls a second", service, http, desks);
            await calls;
        }
        finally
        {
            await Task.WhenAll(desks.Select(desk => desk.DisposeAsync().AsTask()));
        }

        return 0;
    }

    static async Task Open(HttpClient http, List<OpenDesk> desks, int upTo)
    {
        while (desks.Count < upTo)
        {
            var numbers = Enumerable.Range(SwitchUnderLoad.FirstOperator + desks.Count, Math.Min(OpenedAtOnce, upTo - desks.Count));
            desks.AddRange(await Task.WhenAll(numbers.Select(number => OpenDesk.Open(http, $"{number}"))));
        }
    }

    /// <summary>One after the other: milliseconds from asking for each to a desk that lives, sorted.</summary>
    static async Task<List<double>> OpenAlone(HttpClient http, List<OpenDesk> desks)
    {
        var lives = new List<double>();
        while (lives.Count < OpenedAlone)
        {
            var at = Stopwatch.GetTimestamp();
            desks.Add(await OpenDesk.Open(http, $"{SwitchUnderLoad.FirstOperator + desks.Count}"));
            lives.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        lives.Sort();
        return lives;
    }

    /// <summary>Operators are signed out and in again, one after another: their own desk says so, and every other is drawn anew.</summary>
    static async Task Row(string name, LoadedService service, HttpClient http, List<OpenDesk> desks)
    {
        var (own, all, used) = (new List<double>(), new List<double>(), service.Service.Processor);
        for (var i = 0; i < Times; i++)
        {
            var (desk, id) = (i * 7 % desks.Count, SwitchUnderLoad.FirstOperator + (i * 7 % desks.Count));
            var (shown, drawn) = (desks[desk].Shows("Signed out"), Task.WhenAll(desks.Select(one => one.Draws())));
            var at = Stopwatch.GetTimestamp();
            using var left = await http.PostAsync(new Uri($"/api/operators/{id}/sign-out", UriKind.Relative), null);
            left.EnsureSuccessStatusCode();
            own.Add(Stopwatch.GetElapsedTime(at, await shown).TotalMilliseconds);
            all.Add(Stopwatch.GetElapsedTime(at, (await drawn).Max()).TotalMilliseconds);
            var back = desks[desk].Shows("Ready");
            using var returned = await http.PostAsync(new Uri($"/api/operators/{id}/sign-in", UriKind.Relative), null);
            returned.EnsureSuccessStatusCode();
            await back;
        }

        own.Sort();
        all.Sort();
        Console.WriteLine($"{name,-34}{own[own.Count / 2],8:N0}{own[(own.Count - 1) * 99 / 100],8:N0}{own[^1],8:N0}   {"",15}{all[all.Count / 2],8:N0}{all[^1],8:N0}   {(service.Service.Processor - used).TotalMilliseconds / (Times * 2),19:N0}");
    }
}

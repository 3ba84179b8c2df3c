using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Web3Tel.Benchmarks.Service;

/// <summary>The service and a simulated FreeSWITCH, each a process of its own, everything on the disk as in earnest.</summary>
sealed class LoadedService : IAsyncDisposable
{
    /// <summary>The number of the queue whose operators answer at once.</summary>
    public const string Answered = "1000";

    /// <summary>The number of the queue that nobody serves.</summary>
    public const string NobodyServes = "2000";

    const int Page = 1_000;
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly string folder = Directory.CreateTempSubdirectory("web3tel-bench-").FullName;
    readonly HttpClient http = new();

    LoadedService(string program, params string[] arguments)
    {
        var (eventSocket, outbound, web) = (Free(), Free(), Free());
        http.BaseAddress = new Uri($"http://{web}");
        Service = new ChildProcess(program, arguments, folder, Settings(eventSocket, outbound, web));
        Switch = new ChildProcess("Web3Tel.Benchmarks.dll", [SwitchUnderLoad.Command, $"{eventSocket}", $"{outbound}"], folder, new Dictionary<string, string>());
    }

    public ChildProcess Service { get; }

    public ChildProcess Switch { get; }

    /// <summary>Where its pages are.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>The service as people start it.</summary>
    public static async Task<LoadedService> Start()
    {
        var started = new LoadedService("Web3Tel.Server.dll");
        started.Service.Ignore();
        await started.UntilReady();
        return started;
    }

    /// <summary>The service in a process that tells what it holds.</summary>
    public static async Task<LoadedService> StartWeighed()
    {
        var started = new LoadedService("Web3Tel.Benchmarks.dll", WeighedService.Command);
        await started.UntilReady();
        return started;
    }

    /// <summary>What a service that tells it holds: KB of living objects, and of the working set.</summary>
    public async Task<(double Living, double WorkingSet)> Weigh() =>
        await Service.Ask("weigh", "holds", TimeSpan.FromMinutes(2)) is [var living, var workingSet]
            ? (living / 1024, workingSet / 1024)
            : throw new InvalidOperationException("Two figures are expected.");

    /// <summary>How many callers wait for an operator.</summary>
    public async Task<int> Waiting() => (await Get("/api/queues")).Sum(queue => (int)queue!["waiting"]!);

    /// <summary>What became of each call, by its id, and how long it waited, from the history on the disk; no more pages than needed for so many.</summary>
    public async Task<Dictionary<string, (string Result, double Waited)>> History(int enough)
    {
        var found = new Dictionary<string, (string, double)>();
        var before = "";
        while (found.Count < enough && await Get($"/api/history?limit={Page}{before}") is { Count: > 0 } page)
        {
            foreach (var call in page)
            {
                found.Add((string)call!["id"]!, ((string)call["result"]!, (double)call["waitedSeconds"]!));
            }

            before = $"&before={(string)page[^1]!["id"]!}";
        }

        return found;
    }

    /// <summary>What is found when it is enough, or when patience is over.</summary>
    public static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        using var timer = new PeriodicTimer(Glance);
        using var patience = new CancellationTokenSource(Patience);
        var found = await look();
        while (!enough(found) && !patience.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync();
            found = await look();
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Switch.DisposeAsync();
        await Service.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    async Task<JsonArray> Get(string path) => (await http.GetFromJsonAsync<JsonArray>(new Uri(path, UriKind.Relative)))!;

    async Task UntilReady()
    {
        if (!await Eventually(IsReady, ready => ready))
        {
            throw new TimeoutException($"The service is not ready after {Patience.TotalSeconds} s.");
        }
    }

    async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    Dictionary<string, string> Settings(IPEndPoint eventSocket, IPEndPoint outbound, IPEndPoint web)
    {
        var settings = new Dictionary<string, string>
        {
            ["Web3Tel__FreeSwitch__Host"] = $"{eventSocket.Address}",
            ["Web3Tel__FreeSwitch__Port"] = $"{eventSocket.Port}",
            ["Web3Tel__FreeSwitch__Password"] = "ClueCon",
            ["Web3Tel__Outbound__Listen"] = $"{outbound}",
            ["Web3Tel__Http__Listen"] = $"{web}",
            ["Web3Tel__Data"] = Path.Combine(folder, "data"),
            ["Web3Tel__Queues__0__Name"] = "answered",
            ["Web3Tel__Queues__0__Numbers__0"] = Answered,
            ["Web3Tel__Queues__0__WrapUpSeconds"] = "0",
            ["Web3Tel__Queues__1__Name"] = "nobody",
            ["Web3Tel__Queues__1__Numbers__0"] = NobodyServes,
        };
        for (var i = 0; i < SwitchUnderLoad.Operators; i++)
        {
            var id = (SwitchUnderLoad.FirstOperator + i).ToString(CultureInfo.InvariantCulture);
            settings[$"Web3Tel__Operators__{i}__Id"] = id;
            settings[$"Web3Tel__Operators__{i}__Name"] = $"Operator {id}";
            settings[$"Web3Tel__Operators__{i}__Queues__0"] = "answered";
        }

        return settings;
    }

    static IPEndPoint Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}

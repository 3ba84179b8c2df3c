using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Web3Tel.Benchmarks.Service;

/// <summary>The service and a simulated FreeSWITCH, each a process of its own, everything on the disk as in earnest.</summary>
sealed partial class LoadedService : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("web3tel-bench-").FullName;
    readonly HttpClient http = new();
    readonly (int EventSocket, int Outbound) ports = (Free(), Free());
    readonly int operators;
    Process? simulator;
    volatile int talked;

    public LoadedService(int operators)
    {
        this.operators = operators;
        var port = Free();
        http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        var settings = new Dictionary<string, string>
        {
            ["Web3Tel__FreeSwitch__Host"] = "127.0.0.1",
            ["Web3Tel__FreeSwitch__Port"] = Text(ports.EventSocket),
            ["Web3Tel__FreeSwitch__Password"] = "ClueCon",
            ["Web3Tel__Outbound__Listen"] = $"127.0.0.1:{ports.Outbound}",
            ["Web3Tel__Http__Listen"] = $"127.0.0.1:{port}",
            ["Web3Tel__Data"] = Path.Combine(folder, "data"),
            ["Web3Tel__LogLevel"] = "Warning",
            ["Web3Tel__Queues__0__WrapUpSeconds"] = "0",
        };
        for (var i = 0; i < Math.Max(operators, 1); i++)
        {
            settings[$"Web3Tel__Operators__{i}__Id"] = $"op{i}";
            settings[$"Web3Tel__Operators__{i}__Name"] = $"Operator {i}";
            settings[$"Web3Tel__Operators__{i}__Destination"] = $"user/{1001 + i}";
        }

        Service = Launch("Web3Tel.Server.dll", [], settings);
    }

    public Process Service { get; }

    /// <summary>Starts the callers.</summary>
    public void Load(int perSecond, int calls) => simulator = Launch(
        "Web3Tel.Simulator.dll",
        [
            "--esl", $"127.0.0.1:{ports.EventSocket}", "--service", $"127.0.0.1:{ports.Outbound}",
            "--load", Text(perSecond), "--calls", Text(calls), "--operators", Text(operators),
        ],
        []);

    public TimeSpan SimulatorTime => simulator!.TotalProcessorTime;

    /// <summary>How many callers have had their conversation, by the simulator's count of each second.</summary>
    public int Talked => talked;

    /// <summary>How many callers wait.</summary>
    public async Task<int> Waiting() =>
        (await http.GetFromJsonAsync<JsonArray>(new Uri("/api/calls", UriKind.Relative)))!.Count(call => (string?)call!["state"] == "waiting");

    /// <summary>What became of all calls, from the history on the disk.</summary>
    public async Task<List<string>> Results()
    {
        var results = new List<string>();
        var before = "";
        while ((await http.GetFromJsonAsync<JsonArray>(new Uri($"/api/history?limit=1000{before}", UriKind.Relative)))! is { Count: > 0 } page)
        {
            results.AddRange(page.Select(call => (string)call!["result"]!));
            before = $"&before={(string)page[^1]!["id"]!}";
        }

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { simulator, Service }.OfType<Process>())
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    Process Launch(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Read(line.Data ?? "");
        process.BeginOutputReadLine();
        return process;
    }

    void Read(string line)
    {
        if (Talks().Match(line) is { Success: true } match)
        {
            talked = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"talked +(\d+)")]
    private static partial Regex Talks();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Web3Tel.Server.Tests.Service;

/// <summary>The service as its user starts it: a process of its own.</summary>
sealed partial class ServiceProcess : IAsyncDisposable
{
    readonly Process process;
    readonly ConcurrentQueue<string> output = new();

    public ServiceProcess(string folder, params ReadOnlySpan<string> arguments)
        : this(folder, [], arguments)
    {
    }

    /// <param name="environment">Variables besides those of the test.</param>
    public ServiceProcess(string folder, Dictionary<string, string> environment, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Web3Tel.Server"))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    public Task<Uri> Address() => Eventually.Gives(() => Listening().Match(Output) is { Success: true } match
        ? new Uri(match.Groups[1].Value)
        : throw new InvalidOperationException($"The service does not listen{(process.HasExited ? $" and has ended with {process.ExitCode}" : "")}. It said:\n{Output}"));

    /// <summary>Asks it to stop as systemd does, and waits.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        return await Ended();
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http\S+)")]
    private static partial Regex Listening();
}

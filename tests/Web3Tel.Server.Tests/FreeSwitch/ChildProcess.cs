using System.Diagnostics;
using Web3Tel.Server.Tests.FreeSwitch.Load;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A program that a test runs, its output kept for the failure message; killed at the latest with the test.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    readonly Process process;
    readonly List<string> output = [];

    ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public Use Use
    {
        get
        {
            process.Refresh();
            return new Use(process.TotalProcessorTime, process.PeakWorkingSet64);
        }
    }

    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output.TakeLast(200));
            }
        }
    }

    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) => child.Keep(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Keep(line.Data);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    public async Task<int> Exit(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{process.StartInfo.FileName} did not end within {within}. Its output:\n{Output}");
        }
    }

    /// <summary>SIGKILL: no chance to say good-bye.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public async Task Terminate(TimeSpan within)
    {
        await Signal("TERM");
        await Exit(within);
    }

    /// <param name="name">Such as <c>STOP</c>.</param>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Add(line);
            }
        }
    }
}

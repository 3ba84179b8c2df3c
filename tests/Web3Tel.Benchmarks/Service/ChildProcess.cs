using System.Diagnostics;
using System.Globalization;

namespace Web3Tel.Benchmarks.Service;

/// <summary>A program of its own, spoken with by lines. It ends with us.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    readonly Process process;

    public ChildProcess(string assembly, string[] arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} does not start.");
    }

    /// <summary>How much time of a processor it has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Says a line and returns the numbers of the line that answers it, which begins with a certain word.</summary>
    /// <exception cref="TimeoutException">There is no answer within this time.</exception>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public async Task<double[]> Ask(string line, string word, TimeSpan patience)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
        return await Answer(line, word).WaitAsync(patience);
    }

    /// <summary>Reads what it says and forgets it: a full pipe would hold it.</summary>
    public void Ignore() => process.BeginOutputReadLine();

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task<double[]> Answer(string question, string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // It may also say things that nobody has asked.
            if (line.Split(' ') is [var first, .. var numbers] && first == word)
            {
                return [.. numbers.Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            }
        }

        throw new InvalidOperationException($"The process that was asked '{question}' has ended.");
    }
}

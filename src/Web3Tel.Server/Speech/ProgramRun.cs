using System.Diagnostics;

namespace Web3Tel.Server.Speech;

/// <summary>One run of a program of the machine that ends by itself. Its arguments are no shell's: nothing in them is a command.</summary>
sealed class ProgramRun(string program, IEnumerable<string> arguments, TimeSpan longest)
{
    /// <returns>What it complained of.</returns>
    /// <exception cref="TimeoutException">It took too long, and was ended.</exception>
    /// <exception cref="IOException">It failed.</exception>
    public async Task<string> Finish()
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true } };
        using var limit = new CancellationTokenSource(longest);
        process.Start();
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            var problem = (await said.ConfigureAwait(false)).Trim();
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? problem : throw new IOException($"{program} ended with {process.ExitCode}: {problem}");
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {longest.TotalSeconds} s.", e);
        }
    }
}

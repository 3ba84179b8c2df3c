using System.Diagnostics;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Speech;

/// <summary>One run of the program that speaks.</summary>
sealed class VoiceRun(SpeechSettings settings, string voice, string text, string file)
{
    /// <exception cref="TimeoutException">It took too long, and was ended.</exception>
    /// <exception cref="IOException">It failed, or wrote no file.</exception>
    public async Task Finish()
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(settings.Program) { RedirectStandardError = true, RedirectStandardOutput = true } };
        foreach (var argument in settings.Arguments)
        {
            process.StartInfo.ArgumentList.Add(argument switch
            {
                "{voice}" => voice,
                // What begins with a dash would be taken for an option, such as the name of another file to write.
                "{text}" => text.StartsWith('-') ? $" {text}" : text,
                "{file}" => file,
                _ => argument,
            });
        }

        using var limit = new CancellationTokenSource(settings.Longest);
        process.Start();
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            var problem = await said.ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            if (process.ExitCode != 0 || !File.Exists(file))
            {
                throw new IOException($"{settings.Program} ended with {process.ExitCode}: {problem.Trim()}");
            }
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{settings.Program} took longer than {settings.Longest.TotalSeconds} s.", e);
        }
    }
}

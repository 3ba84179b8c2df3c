using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Speech;

/// <summary>One run of the program that speaks.</summary>
sealed class VoiceRun(SpeechSettings settings, string voice, string text, string file)
{
    /// <exception cref="TimeoutException">It took too long, and was ended.</exception>
    /// <exception cref="IOException">It failed, or wrote no file.</exception>
    public async Task Finish()
    {
        var arguments = settings.Arguments.Select(argument => argument switch
        {
            "{voice}" => voice,
            // What begins with a dash would be taken for an option, such as the name of another file to write.
            "{text}" => text.StartsWith('-') ? $" {text}" : text,
            "{file}" => file,
            _ => argument,
        });
        var problem = await new ProgramRun(settings.Program, arguments, settings.Longest).Finish().ConfigureAwait(false);
        if (!File.Exists(file))
        {
            throw new IOException($"{settings.Program} wrote no file: {problem}");
        }
    }
}

using Web3Tel.Server.Settings;
using Web3Tel.Server.Speech;
using Web3Tel.Server.Voicemail;

namespace Web3Tel.Server.Prompts;

/// <summary>
/// Makes of a WAV or MP3 what the switch plays to every caller: WAV, 16 bits, mono, 16 kHz. What a file is, is told by its first bytes, not by
/// what it is called: sox would follow the lists and streams that a name can promise.
/// </summary>
sealed class SoundConverter(PromptSettings settings)
{
    const string Install = "Install it (apt install sox libsox-fmt-mp3), or name it: Web3Tel:Prompts:Converter. A WAV of 16 bits, mono, 8 or 16 kHz needs no converting.";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long the sound is that was written to the target.</summary>
    /// <exception cref="PromptException">It cannot be used.</exception>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<TimeSpan> Convert(string source, string target)
    {
        var kind = Kind(source) ?? throw new PromptException(PromptFault.NotASound, "It is neither a WAV nor an MP3: upload one of these.");
        if (VoiceProgram.Find(settings.Converter) is { } sox)
        {
            await Run(sox, kind, source, target).ConfigureAwait(false);
        }
        else if (kind == "wav" && WavFile.IsPlain(source))
        {
            File.Copy(source, target);
        }
        else
        {
            throw new PromptException(PromptFault.NoConverter, $"There is no program \"{settings.Converter}\" to convert it. {Install}");
        }

        return WavFile.Measure(target) switch
        {
            { Ticks: 0 } => throw new PromptException(PromptFault.NotASound, "There is no sound in it: its length is 0."),
            var length when length > settings.Longest => throw new PromptException(
                PromptFault.TooLarge, $"It is longer than {settings.Longest.TotalSeconds} s: shorten it, or allow more (Web3Tel:Prompts:LongestSeconds)."),
            var length => length,
        };
    }

    async Task Run(string sox, string kind, string source, string target)
    {
        // However long a small file claims to be: one second more than may be is enough to see it.
        var most = ((int)settings.Longest.TotalSeconds + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] arguments = ["-V1", "-t", kind, source, "-t", "wav", "-e", "signed-integer", "-b", "16", "-c", "1", "-r", "16000", target, "trim", "0", most];
        try
        {
            await new ProgramRun(sox, arguments, Patience).Finish().ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new PromptException(PromptFault.NotASound, $"It could not be converted: {e.Message}", e);
        }
        catch (IOException e) when (e.Message.Contains("no handler for given file type", StringComparison.Ordinal))
        {
            throw new PromptException(PromptFault.NoConverter, $"{sox} knows no {kind.ToUpperInvariant()}. {Install}", e);
        }
        catch (IOException e) when (!e.Message.Contains("space", StringComparison.OrdinalIgnoreCase))
        {
            throw new PromptException(PromptFault.NotASound, $"It is no sound that can be read, or a broken one. {e.Message.Replace(source, "the file", StringComparison.Ordinal)}", e);
        }
    }

    static string? Kind(string path)
    {
        Span<byte> head = stackalloc byte[12];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read < head.Length ? null
            : head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WAVE"u8) ? "wav"
            : head[..3].SequenceEqual("ID3"u8) || (head[0] == 0xFF && (head[1] & 0xE6) == 0xE2) ? "mp3"
            : null;
    }
}

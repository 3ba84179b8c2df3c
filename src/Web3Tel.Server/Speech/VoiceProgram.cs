using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Security.Cryptography;
using System.Text;
using Web3Tel.Server.Settings;
using Web3Tel.Speech;

namespace Web3Tel.Server.Speech;

/// <summary>
/// Speaks by an external program that writes a sound file, once for each sentence: the files stay for a while, in a folder that the switch reads too.
/// </summary>
sealed class VoiceProgram(SpeechSettings settings, SpeechFolder folder, ILogger logger) : ISpeaker, IDisposable
{
    readonly ConcurrentDictionary<string, Lazy<Task<string?>>> spoken = new(StringComparer.Ordinal);

    /// <summary>One at a time: callers' calls need the processor more than announcements do.</summary>
    readonly SemaphoreSlim turn = new(1);

    /// <summary>The program's full path, or null when the machine has none.</summary>
    public static string? Find(string program)
    {
        var folders = program.Contains('/', StringComparison.Ordinal) ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return program.Length == 0 ? null : folders.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
    }

    public IObservable<string?> Say(string text, Language language) => Observable.FromAsync(() => Spoken(text, language));

    public void Dispose() => turn.Dispose();

    async Task<string?> Spoken(string text, Language language)
    {
        var voice = language switch
        {
            Language.English => settings.English,
            Language.Russian => settings.Russian,
        };
        var file = folder.File(FileName(voice, text));
        var making = spoken.GetOrAdd(file, _ => new Lazy<Task<string?>>(() => Task.Run(() => Make(file, voice, text))));
        var made = await making.Value.ConfigureAwait(false);
        if (made is null)
        {
            // Perhaps it succeeds the next time.
            spoken.TryRemove(KeyValuePair.Create(file, making));
        }

        return made;
    }

    async Task<string?> Make(string file, string voice, string text)
    {
        if (File.Exists(file))
        {
            return file;
        }

        if (!await turn.WaitAsync(settings.Longest).ConfigureAwait(false))
        {
            return null;
        }

        try
        {
            folder.Create();
            foreach (var gone in folder.Tidy())
            {
                spoken.TryRemove(gone, out _);
            }

            var unfinished = Path.ChangeExtension(file, ".part.wav");
            await new VoiceRun(settings, voice, text, unfinished).Finish().ConfigureAwait(false);
            File.Move(unfinished, file, overwrite: true);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or System.ComponentModel.Win32Exception or TimeoutException)
        {
            Log.NotSpoken(logger, text, e.Message);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Other arguments speak otherwise: they are part of what a file is.</summary>
    string FileName(string voice, string text)
    {
        var content = string.Join('\0', [settings.Program, .. settings.Arguments, voice, text]);
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32]}.wav";
    }
}

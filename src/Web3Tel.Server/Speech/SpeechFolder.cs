namespace Web3Tel.Server.Speech;

/// <summary>
/// The sounds that have been made. Names of callers are among them, more with every day: each sound is thrown away some time after it was
/// made, and made again when it is wanted.
/// </summary>
sealed class SpeechFolder(string path, TimeProvider time)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    static readonly TimeSpan TidiedEvery = TimeSpan.FromHours(1);

    DateTimeOffset tidied;

    public string File(string name) => Path.Combine(path, name);

    public void Create() => Directory.CreateDirectory(path);

    /// <summary>Throws away what is old, now and then.</summary>
    /// <returns>The files that are gone.</returns>
    /// <exception cref="IOException">One of them cannot be deleted.</exception>
    public IReadOnlyList<string> Tidy()
    {
        var now = time.GetUtcNow();
        if (now - tidied < TidiedEvery || !Directory.Exists(path))
        {
            return [];
        }

        tidied = now;
        string[] old = [.. Directory.EnumerateFiles(path, "*.wav").Where(file => now - System.IO.File.GetLastWriteTimeUtc(file) > Kept)];
        foreach (var file in old)
        {
            System.IO.File.Delete(file);
        }

        return old;
    }
}

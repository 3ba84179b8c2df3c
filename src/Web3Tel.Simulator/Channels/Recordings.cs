namespace Web3Tel.Simulator.Channels;

/// <summary>The recordings that run beside a channel's conversation, by path, with the time each began.</summary>
sealed class Recordings
{
    readonly Dictionary<string, DateTimeOffset> running = [];
    readonly HashSet<string> stereo = [];
    readonly HashSet<string> masked = [];

    public bool Start(string path, DateTimeOffset now, bool inStereo)
    {
        if (!running.TryAdd(path, now))
        {
            return false;
        }

        _ = inStereo ? stereo.Add(path) : stereo.Remove(path);
        return true;
    }

    public bool Stop(string path, out DateTimeOffset began)
    {
        masked.Remove(path);
        return running.Remove(path, out began);
    }

    /// <summary>Writes silence from now on, or sound again; false for what is not being recorded.</summary>
    public bool Mask(string path, bool on)
    {
        if (!running.ContainsKey(path))
        {
            return false;
        }

        _ = on ? masked.Add(path) : masked.Remove(path);
        return true;
    }

    /// <summary>Also of one that has ended.</summary>
    public bool IsStereo(string path) => stereo.Contains(path);

    public bool IsMasked(string path) => masked.Contains(path);

    public IReadOnlyList<string> Paths => [.. running.Keys];
}

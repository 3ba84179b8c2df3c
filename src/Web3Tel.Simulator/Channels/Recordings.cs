namespace Web3Tel.Simulator.Channels;

/// <summary>The recordings that run beside a channel's conversation, by path, with the time each began.</summary>
sealed class Recordings
{
    readonly Dictionary<string, DateTimeOffset> running = [];

    public bool Start(string path, DateTimeOffset now) => running.TryAdd(path, now);

    public bool Stop(string path, out DateTimeOffset began) => running.Remove(path, out began);

    public IReadOnlyList<string> Paths => [.. running.Keys];
}

using System.Collections.Immutable;

namespace Web3Tel.Simulator.Channels;

/// <summary>The recordings that run beside a channel's conversation, by path, with the time each began.</summary>
sealed class Recordings
{
    readonly Dictionary<string, Running> running = [];

    public bool Start(string path, DateTimeOffset now, bool inStereo) => running.TryAdd(path, new Running(now, inStereo));

    /// <summary>What is in the file; null for what is not being recorded.</summary>
    public RecordedSound? Stop(string path, DateTimeOffset now)
    {
        if (!running.Remove(path, out var recording))
        {
            return null;
        }

        recording.Mask(now, on: false);
        return new RecordedSound(path, now - recording.Began, recording.IsStereo, [.. recording.Silences.Select(one => (one.From - recording.Began, one.Until - recording.Began))]);
    }

    /// <summary>Writes silence from now on, or sound again; false for what is not being recorded.</summary>
    public bool Mask(string path, DateTimeOffset now, bool on)
    {
        if (!running.TryGetValue(path, out var recording))
        {
            return false;
        }

        recording.Mask(now, on);
        return true;
    }

    public bool IsStereo(string path) => running.TryGetValue(path, out var recording) && recording.IsStereo;

    public bool IsMasked(string path) => running.TryGetValue(path, out var recording) && recording.MaskedFrom is not null;

    public IReadOnlyList<string> Paths => [.. running.Keys];

    sealed class Running(DateTimeOffset began, bool isStereo)
    {
        public DateTimeOffset Began => began;

        public bool IsStereo => isStereo;

        public DateTimeOffset? MaskedFrom { get; private set; }

        public ImmutableArray<(DateTimeOffset From, DateTimeOffset Until)> Silences { get; private set; } = [];

        public void Mask(DateTimeOffset now, bool on)
        {
            if (!on && MaskedFrom is { } from)
            {
                Silences = Silences.Add((from, now));
            }

            MaskedFrom = on ? MaskedFrom ?? now : null;
        }
    }
}

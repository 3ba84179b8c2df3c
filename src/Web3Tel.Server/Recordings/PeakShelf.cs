using System.Collections.Concurrent;

namespace Web3Tel.Server.Recordings;

/// <summary>Peaks of recordings that were looked at of late: a file is read once, and again only when it has changed.</summary>
sealed class PeakShelf(RecordingKeeper keeper)
{
    /// <summary>Some six kilobytes each.</summary>
    const int Most = 500;

    readonly ConcurrentDictionary<(string Path, FileFacts Facts), RecordingPeaks?> known = new();

    /// <returns>Null where there is no file, or one that is no sound.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<RecordingPeaks?> Of(string path, CancellationToken cancellation)
    {
        if (keeper.Folder.Look(path) is not { } facts)
        {
            return null;
        }

        if (known.TryGetValue((path, facts), out var peaks))
        {
            return peaks;
        }

        peaks = await RecordingPeaks.Read(keeper.Folder.Find(path)!, cancellation).ConfigureAwait(false);
        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known[(path, facts)] = peaks;
    }
}

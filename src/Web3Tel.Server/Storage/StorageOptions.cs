namespace Web3Tel.Server.Storage;

/// <summary>Where and how storage keeps its files.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Time">The clock.</param>
/// <param name="Open">Opens a file: a seam for tests of full and broken disks.</param>
sealed record StorageOptions(string Folder, TimeProvider Time, Func<string, PageFile> Open)
{
    public StorageOptions(string folder, TimeProvider time)
        : this(folder, time, path => new PageFile(path))
    {
    }

    /// <summary>The least time between two commits of the journal: what a durable answer waits for at most, besides the disk.</summary>
    public TimeSpan JournalGather { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>The same for the history, which nobody waits for.</summary>
    public TimeSpan HistoryGather { get; init; } = TimeSpan.FromMilliseconds(100);
}

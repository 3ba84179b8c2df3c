namespace Web3Tel.Journal;

/// <summary>Where everything that happens is written, in order: the truth from which state and history can be rebuilt.</summary>
public interface IJournal
{
    /// <summary>Hands the entry over for writing. Returns at once: a call never waits for the disk. Never throws.</summary>
    void Append(JournalEntry entry);

    /// <summary>The number of the last entry that is safely on disk, whenever it grows. Replays the latest.</summary>
    IObservable<long> Durable { get; }
}

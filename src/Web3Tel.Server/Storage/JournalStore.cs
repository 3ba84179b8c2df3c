using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Journal;

namespace Web3Tel.Server.Storage;

/// <summary>The journal on the disk. What happens is committed in groups; nobody waits for it but who watches <see cref="Durable"/>.</summary>
sealed class JournalStore : IJournal, IAsyncDisposable
{
    readonly StorageThread thread;
    readonly JournalFolder folder;
    readonly ILogger logger;
    readonly BehaviorSubject<long> durable;
    readonly GroupCommit<JournalEntry> commits;
    long last;

    JournalStore(StorageThread thread, JournalFolder folder, StorageOptions options, ILogger logger)
    {
        this.thread = thread;
        this.folder = folder;
        this.logger = logger;
        last = folder.Last;
        durable = new BehaviorSubject<long>(last);
        commits = new GroupCommit<JournalEntry>(thread, options.Time, options.JournalGather, Commit, Failed);
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <inheritdoc/>
    public IObservable<long> Durable => durable.DistinctUntilChanged().ObserveOn(StorageThread.Observers);

    /// <summary>The number of the last entry on the disk, or 0 when there is none.</summary>
    public long Last => Interlocked.Read(ref last);

    /// <summary>Opens the folder <c>journal</c> of the data folder, mending what is damaged.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<JournalStore> Open(StorageOptions options, ILogger logger)
    {
        var thread = new StorageThread("journal");
        try
        {
            var path = Path.Combine(options.Folder, "journal");
            var folder = await thread.Run(() => new JournalFolder(path, options.Open, options.Time, logger)).ConfigureAwait(false);
            return new JournalStore(thread, folder, options, logger);
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(JournalEntry entry) => commits.Add(entry);

    /// <summary>Some entries on the disk from the given number on, in order; none when there are none.</summary>
    public Task<IReadOnlyList<JournalEntry>> Read(long from, int limit = 1_000) => thread.Run<IReadOnlyList<JournalEntry>>(
        () => [.. folder.Read(from, limit).Select(stored => StoredForm.ReadEntry(stored.Json))]);

    /// <summary>Brings everything to the disk and closes.</summary>
    /// <exception cref="IOException">Some entries are not on the disk and are lost: nobody was told that they were.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await commits.Flush().ConfigureAwait(false);
            await thread.Run(folder.Dispose).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
            durable.OnCompleted();
            durable.Dispose();
        }
    }

    void Commit(IReadOnlyList<JournalEntry> entries)
    {
        folder.Append([.. entries.Select(entry => new StoredEntry(entry.Number, StoredForm.Write(entry)))]);
        Interlocked.Exchange(ref last, entries[^1].Number);
        durable.OnNext(entries[^1].Number);
    }

    void Failed(Exception why, int waiting) => Log.JournalStuck(logger, waiting, why);
}

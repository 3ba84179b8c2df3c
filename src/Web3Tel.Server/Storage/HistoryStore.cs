using System.Globalization;
using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.History;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The history on the disk. It can be lost without loss: <see cref="Through"/> tells up to which entry of the journal it is whole, and what
/// is missing is made again from the journal.
/// </summary>
sealed class HistoryStore : IHistory, IAsyncDisposable
{
    readonly StorageThread thread;
    readonly string path;
    readonly StorageOptions options;
    readonly ILogger logger;
    readonly GroupCommit<Change> commits;
    readonly Subject<Unit> changes = new();
    HistoryFile? file;

    HistoryStore(StorageThread thread, string path, StorageOptions options, ILogger logger)
    {
        this.thread = thread;
        this.path = path;
        this.options = options;
        this.logger = logger;
        commits = new GroupCommit<Change>(thread, options.Time, options.HistoryGather, Commit, Failed);
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Says that what pages show may have changed.</summary>
    public IObservable<Unit> Changes => changes.ObserveOn(StorageThread.Observers);

    /// <summary>Opens <c>history.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<HistoryStore> Open(StorageOptions options, ILogger logger)
    {
        var thread = new StorageThread("history");
        try
        {
            Directory.CreateDirectory(options.Folder);
            var store = new HistoryStore(thread, Path.Combine(options.Folder, "history.db"), options, logger);
            await thread.Run(store.OpenFile).ConfigureAwait(false);
            return store;
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Put(HistoryEntry entry) => commits.Add(new Change(entry, 0));

    /// <summary>Says that what was put so far is whole up to this entry of the journal.</summary>
    public void Mark(long through) => commits.Add(new Change(null, through));

    /// <summary>The calls that ended up to this entry of the journal are all on the disk.</summary>
    public Task<long> Through() => thread.Run(() => Opened().Through);

    /// <summary>The newest calls, newest first, or those that ended before a given one.</summary>
    /// <param name="before">Id of a call, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Null when there is no such call.</returns>
    public Task<IReadOnlyList<HistoryEntry>?> Page(string? before, int limit) => thread.Run<IReadOnlyList<HistoryEntry>?>(() =>
    {
        var key = before is null ? null : Opened().KeyOf(before);
        return before is not null && key is null ? null : [.. Opened().Page(key, limit).Select(StoredForm.ReadCall)];
    });

    /// <summary>Calls that ended from one time to another, oldest first, or those of them after a given one; none when there are none.</summary>
    /// <param name="after">Id of the last call one has, or null.</param>
    /// <param name="limit">How many at most.</param>
    public Task<IReadOnlyList<HistoryEntry>> Ended(DateTimeOffset from, DateTimeOffset to, string? after, int limit) => thread.Run<IReadOnlyList<HistoryEntry>>(() =>
    {
        var key = after is null ? KeyAt(from) : Opened().KeyOf(after);
        return key is null ? [] : [.. Opened().Between(key, KeyAt(to), limit).Select(StoredForm.ReadCall)];
    });

    public Task<HistoryEntry?> Find(string id) => thread.Run(() => Opened().Find(id) is { } json ? StoredForm.ReadCall(json) : null);

    /// <summary>Returns when all that was put is on the disk.</summary>
    /// <exception cref="IOException">It is not.</exception>
    public Task Flush() => commits.Flush();

    /// <summary>Brings everything to the disk and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await commits.Flush().ConfigureAwait(false);
            await thread.Run(() => file?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
            changes.OnCompleted();
            changes.Dispose();
        }
    }

    static StoredCall Store(HistoryEntry entry) => new(
        $"{KeyAt(entry.Ended)}{entry.Id}", entry.Id, StoredForm.Write(entry));

    /// <summary>What keys of that moment begin with.</summary>
    static string KeyAt(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():D15}-");

    HistoryFile Opened() => file ?? throw new IOException("The history is closed for the moment: its disk had a fault. It is tried again by itself.");

    void OpenFile()
    {
        try
        {
            file = new HistoryFile(path, options.Open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, options.Time.GetUtcNow());
            Log.HistoryDamaged(logger, path, aside, e);
            file = new HistoryFile(path, options.Open);
        }
    }

    void Commit(IReadOnlyList<Change> group)
    {
        if (file is null)
        {
            OpenFile();
        }

        var open = Opened();
        try
        {
            open.Put([.. group.Select(change => change.Entry).OfType<HistoryEntry>().Select(Store)], group.Max(change => change.Through));
            changes.OnNext(Unit.Default);
            open.Tidy();
        }
        catch (Exception) when (!open.IsUnsettled)
        {
            open.Abandon();
            file = null;
            throw;
        }
    }

    void Failed(Exception why, int waiting) => Log.HistoryStuck(logger, waiting, why);

    /// <summary>A call, or a mark that what came before is whole up to an entry of the journal.</summary>
    /// <param name="Entry">The call.</param>
    /// <param name="Through">The mark, or 0.</param>
    sealed record Change(HistoryEntry? Entry, long Through);
}

using Web3Tel.History;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// The index of recordings, on a thread of its own. It can be lost without loss: it is made from calls that end, as the history is, and what
/// is missing is brought from the history.
/// </summary>
sealed class RecordingStore : IHistory, IAsyncDisposable
{
    readonly StorageThread thread;
    readonly string path;
    readonly StorageOptions options;
    readonly ILogger logger;
    readonly GroupCommit<RecordingChange> commits;
    RecordingIndex? index;

    RecordingStore(StorageThread thread, string path, StorageOptions options, ILogger logger)
    {
        this.thread = thread;
        this.path = path;
        this.options = options;
        this.logger = logger;
        commits = new GroupCommit<RecordingChange>(thread, options.Time, options.HistoryGather, Commit, Failed);
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Begins to open <c>recordings.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    public static RecordingStore Open(StorageOptions options, ILogger logger)
    {
        var thread = new StorageThread("recordings");
        Directory.CreateDirectory(options.Folder);
        var store = new RecordingStore(thread, Path.Combine(options.Folder, "recordings.db"), options, logger);
        // Nobody waits: calls can be taken before a million recordings have been read. What fails here is tried again by the first to ask.
        _ = thread.Run(store.Opened);
        return store;
    }

    /// <inheritdoc/>
    public void Put(HistoryEntry entry)
    {
        if (Recording.Of(entry) is { } recording)
        {
            commits.Add(new RecordingChange.Put(recording));
        }
    }

    /// <summary>Soon, with others.</summary>
    public void Change(RecordingChange change) => commits.Add(change);

    /// <summary>Returns when all that was put is on the disk.</summary>
    /// <exception cref="IOException">It is not.</exception>
    public Task Flush() => commits.Flush();

    /// <inheritdoc cref="RecordingIndex.Search"/>
    public Task<RecordingPage?> Search(RecordingQuery query, string? before, int limit) => Read(open => open.Search(query, before, limit));

    public Task<Recording?> Find(string id) => Read(open => open.Find(id));

    /// <inheritdoc cref="RecordingIndex.Unfinished"/>
    public Task<List<Recording>> Unfinished(int limit) => Read(open => open.Unfinished(limit));

    /// <inheritdoc cref="RecordingIndex.Ended"/>
    public Task<List<Recording>> Ended(string queue, DateTimeOffset before, int limit) => Read(open => open.Ended(queue, before, limit));

    /// <summary>Whether nothing has to be brought from the history.</summary>
    public Task<bool> IsWhole() => Read(open => open.Mark.IsWhole);

    /// <summary>Names of operators by id, of those who have left, too.</summary>
    public Task<IReadOnlyDictionary<string, string>> Names() => Read(open => open.Names);

    /// <summary>All recordings, some at a time, so that others get their turn; those that change meanwhile may be told as they were.</summary>
    public async IAsyncEnumerable<Recording> All()
    {
        for (var number = 0; number < await Read(open => open.Blocks).ConfigureAwait(false); number++)
        {
            var block = number;
            foreach (var recording in await Read(open => open.Block(block)).ConfigureAwait(false))
            {
                yield return recording;
            }
        }
    }

    /// <summary>Brings everything to the disk and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await commits.Flush().ConfigureAwait(false);
            await thread.Run(() => index?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
        }
    }

    RecordingIndex Opened()
    {
        if (index is not null)
        {
            return index;
        }

        try
        {
            index = new RecordingIndex(path, options.Open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, options.Time.GetUtcNow());
            Log.RecordingsDamaged(logger, path, aside, e);
            index = new RecordingIndex(path, options.Open);
            // Whatever the mark would say: it must be filled.
            index.Apply([new RecordingChange.Expect(long.MaxValue)]);
        }

        return index;
    }

    void Commit(IReadOnlyList<RecordingChange> group)
    {
        With(open =>
        {
            open.Apply(group);
            open.Tidy();
            return true;
        });
    }

    Task<T> Read<T>(Func<RecordingIndex, T> read) => thread.Run(() => With(read));

    /// <summary>Whatever fails, what is in memory is what is on the disk: the next to ask opens the file again, or puts it aside when it is damaged.</summary>
    T With<T>(Func<RecordingIndex, T> work)
    {
        var open = Opened();
        try
        {
            return work(open);
        }
        catch
        {
            index = null;
            open.Abandon();
            throw;
        }
    }

    void Failed(Exception why, int waiting) => Log.RecordingsStuck(logger, waiting, why);
}

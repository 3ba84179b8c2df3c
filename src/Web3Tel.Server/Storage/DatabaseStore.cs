namespace Web3Tel.Server.Storage;

/// <summary>
/// A database on a thread of its own, changed in groups. One that had a fault is opened again by the next to come, so that what is in memory
/// is what is on the disk; one that is damaged is put aside, and another begun.
/// </summary>
abstract class DatabaseStore<TDatabase, TChange> : IAsyncDisposable
    where TDatabase : class, IDatabase
{
    readonly StorageThread thread;
    readonly StorageOptions options;
    readonly string path;
    readonly GroupCommit<TChange> commits;
    TDatabase? database;

    /// <param name="name">The file's, in the data folder, without <c>.db</c>.</param>
    /// <param name="options">The data folder, and how files are opened.</param>
    /// <param name="gather">The least time between two commits.</param>
    protected DatabaseStore(string name, StorageOptions options, TimeSpan gather)
    {
        this.options = options;
        Directory.CreateDirectory(options.Folder);
        path = Path.Combine(options.Folder, $"{name}.db");
        thread = new StorageThread(name);
        commits = new GroupCommit<TChange>(thread, options.Time, gather, Commit, Stuck);
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Returns when all that was added is on the disk.</summary>
    /// <exception cref="IOException">It is not.</exception>
    public Task Flush() => commits.Flush();

    /// <summary>Brings everything to the disk and closes.</summary>
    /// <exception cref="IOException">Something is not on the disk.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await commits.Flush().ConfigureAwait(false);
        }
        finally
        {
            await Close().ConfigureAwait(false);
        }
    }

    /// <summary>Returns when the database is open.</summary>
    /// <exception cref="IOException">The disk does not let us; the store is closed again.</exception>
    protected async Task BeOpen()
    {
        try
        {
            await thread.Run(Opened).ConfigureAwait(false);
        }
        catch
        {
            commits.Dispose();
            thread.Dispose();
            throw;
        }
    }

    /// <summary>Begins to open the database; what fails is tried again by the first to ask.</summary>
    protected void BeginToOpen() => _ = thread.Run(Opened);

    /// <summary>Soon, with others.</summary>
    protected void Add(TChange change) => commits.Add(change);

    /// <summary>Asks the database, after what was given before.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public Task<T> Read<T>(Func<TDatabase, T> read) => thread.Run(() => With(read));

    /// <exception cref="IOException">The disk does not let us. Anything that is no trouble of the disk: the file is damaged.</exception>
    protected abstract TDatabase Open(string file, Func<string, PageFile> open);

    /// <summary>Begins another file in the place of one that was put aside.</summary>
    /// <param name="file">Where.</param>
    /// <param name="aside">Where the damaged one is now.</param>
    protected abstract TDatabase BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why);

    /// <summary>Brings the changes to the disk, in order, or throws. May see the same ones again after it has thrown.</summary>
    protected abstract void Apply(TDatabase open, IReadOnlyList<TChange> group);

    /// <summary>Told of each failure, with the number of changes that wait.</summary>
    protected abstract void Stuck(Exception why, int waiting);

    /// <summary>Nothing comes any more.</summary>
    protected virtual void Closed()
    {
    }

    async Task Close()
    {
        try
        {
            await thread.Run(() => database?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
            Closed();
        }
    }

    void Commit(IReadOnlyList<TChange> group) => With(open =>
    {
        Apply(open, group);
        open.Tidy();
        return true;
    });

    /// <summary>What is committed and only waits for the disk is not given up.</summary>
    T With<T>(Func<TDatabase, T> work)
    {
        var open = Opened();
        try
        {
            return work(open);
        }
        catch (Exception) when (!open.IsUnsettled)
        {
            database = null;
            open.Abandon();
            throw;
        }
    }

    TDatabase Opened()
    {
        try
        {
            return database ??= Open(path, options.Open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            return database = BeginAnother(path, Damage.PutAside(path, options.Time.GetUtcNow()), options.Open, e);
        }
    }
}

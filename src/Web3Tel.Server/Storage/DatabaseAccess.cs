namespace Web3Tel.Server.Storage;

/// <summary>
/// A database on a thread of its own. One that had a fault is opened again by the next to come, so that what is in memory is what is on the
/// disk; one that is damaged is put aside, and another begun.
/// </summary>
abstract class DatabaseAccess<TDatabase> : IAsyncDisposable
    where TDatabase : class, IDatabase
{
    readonly StorageOptions options;
    readonly string path;
    TDatabase? database;

    /// <param name="name">The file's, in the data folder, without <c>.db</c>.</param>
    /// <param name="options">The data folder, and how files are opened.</param>
    protected DatabaseAccess(string name, StorageOptions options)
    {
        this.options = options;
        Directory.CreateDirectory(options.Folder);
        path = Path.Combine(options.Folder, $"{name}.db");
        Thread = new StorageThread(name);
    }

    /// <summary>The only one that touches the database.</summary>
    private protected StorageThread Thread { get; }

    /// <summary>Brings everything to the disk and closes.</summary>
    /// <exception cref="IOException">Something is not on the disk.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Finish().ConfigureAwait(false);
        }
        finally
        {
            await Close().ConfigureAwait(false);
        }
    }

    /// <summary>Asks the database, after what was given before.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public Task<T> Read<T>(Func<TDatabase, T> read) => Thread.Run(() => With(read));

    /// <summary>Returns when the database is open.</summary>
    /// <exception cref="IOException">The disk does not let us; the store is closed again.</exception>
    protected async Task BeOpen()
    {
        try
        {
            await Thread.Run(Opened).ConfigureAwait(false);
        }
        catch
        {
            Stop();
            throw;
        }
    }

    /// <summary>Begins to open the database; what fails is tried again by the first to ask.</summary>
    protected void BeginToOpen() => _ = Thread.Run(Opened);

    /// <exception cref="IOException">The disk does not let us. Anything that is no trouble of the disk: the file is damaged.</exception>
    protected abstract TDatabase Open(string file, Func<string, PageFile> open);

    /// <summary>Begins another file in the place of one that was put aside.</summary>
    /// <param name="file">Where.</param>
    /// <param name="aside">Where the damaged one is now.</param>
    protected abstract TDatabase BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why);

    /// <summary>Brings to the disk what waits for it.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    protected virtual Task Finish() => Task.CompletedTask;

    /// <summary>Nothing comes any more.</summary>
    protected virtual void Stop() => Thread.Dispose();

    /// <summary>On the thread: what is committed and only waits for the disk is not given up.</summary>
    protected T With<T>(Func<TDatabase, T> work)
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

    async Task Close()
    {
        try
        {
            await Thread.Run(() => database?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            Stop();
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

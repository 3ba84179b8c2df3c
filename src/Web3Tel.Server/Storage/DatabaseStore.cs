namespace Web3Tel.Server.Storage;

/// <summary>A database that is changed in groups: a change that fails is tried again until the disk takes it.</summary>
abstract class DatabaseStore<TDatabase, TChange> : DatabaseAccess<TDatabase>
    where TDatabase : class, IDatabase
{
    readonly GroupCommit<TChange> commits;

    /// <param name="name">The file's, in the data folder, without <c>.db</c>.</param>
    /// <param name="options">The data folder, and how files are opened.</param>
    /// <param name="gather">The least time between two commits.</param>
    protected DatabaseStore(string name, StorageOptions options, TimeSpan gather)
        : base(name, options) => commits = new GroupCommit<TChange>(Thread, options.Time, gather, Commit, Stuck);

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Returns when all that was added is on the disk.</summary>
    /// <exception cref="IOException">It is not.</exception>
    public Task Flush() => commits.Flush();

    /// <summary>Soon, with others.</summary>
    protected void Add(TChange change) => commits.Add(change);

    /// <summary>Brings the changes to the disk, in order, or throws. May see the same ones again after it has thrown.</summary>
    protected abstract void Apply(TDatabase open, IReadOnlyList<TChange> group);

    /// <summary>Told of each failure, with the number of changes that wait.</summary>
    protected abstract void Stuck(Exception why, int waiting);

    /// <summary>Nothing comes any more.</summary>
    protected virtual void Closed()
    {
    }

    /// <inheritdoc/>
    protected override Task Finish() => commits.Flush();

    /// <inheritdoc/>
    protected override void Stop()
    {
        commits.Dispose();
        base.Stop();
        Closed();
    }

    void Commit(IReadOnlyList<TChange> group) => With(open =>
    {
        Apply(open, group);
        open.Tidy();
        return true;
    });
}

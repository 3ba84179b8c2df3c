using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Mail;

/// <summary>The outbox on the disk, changed in groups: each change is answered when it is on the disk.</summary>
sealed class OutboxStore : IAsyncDisposable
{
    readonly StorageThread thread;
    readonly string path;
    readonly StorageOptions options;
    readonly ILogger logger;
    readonly GroupCommit<OutboxChange> commits;
    readonly CancellationTokenSource closed = new();
    OutboxFile? file;

    OutboxStore(StorageThread thread, string path, StorageOptions options, ILogger logger)
    {
        this.thread = thread;
        this.path = path;
        this.options = options;
        this.logger = logger;

        // No gathering: while one commit is made the next group collects, and what a server accepted is recorded at once.
        commits = new GroupCommit<OutboxChange>(thread, options.Time, TimeSpan.Zero, Commit, (why, waiting) => Log.OutboxStuck(logger, waiting, why));
    }

    /// <summary>Why nothing reaches the disk at present, or null when all is well.</summary>
    public string? Trouble => commits.Trouble;

    /// <summary>Opens <c>mail.db</c> of the data folder; a damaged one is put aside and what can be read of it taken over.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<OutboxStore> Open(StorageOptions options, ILogger logger)
    {
        var thread = new StorageThread("mail");
        try
        {
            Directory.CreateDirectory(options.Folder);
            var store = new OutboxStore(thread, Path.Combine(options.Folder, "mail.db"), options, logger);
            await thread.Run(store.OpenFile).ConfigureAwait(false);
            return store;
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    /// <summary>Those that were to be sent when the outbox was opened.</summary>
    public Task<IReadOnlyList<OutboxEmail>> Waiting() => Read(open => open.Waiting);

    public Task<T> Read<T>(Func<OutboxFile, T> read) => thread.Run(() => read(Opened()));

    /// <summary>Changes the outbox; the answer comes when the change is on the disk, however long the disk takes.</summary>
    /// <param name="change">Carried out on the outbox's thread, in the order of the calls; must be able to run again when a transaction fails.</param>
    /// <exception cref="OperationCanceledException">The outbox was closed before; the change is perhaps not on the disk.</exception>
    public Task<T> Change<T>(Func<OutboxFile, T> change)
    {
        var one = new OutboxChange.Of<T>(change);
        commits.Add(one);
        return one.Answer.WaitAsync(closed.Token);
    }

    /// <summary>Keeps the e-mail as it is now.</summary>
    /// <inheritdoc cref="Change{T}"/>
    public Task Save(OutboxEmail mail) => Change(open =>
    {
        open.Save(mail);
        return true;
    });

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

    async Task Close()
    {
        try
        {
            await thread.Run(() => file?.Dispose()).ConfigureAwait(false);
        }
        finally
        {
            commits.Dispose();
            thread.Dispose();
            await closed.CancelAsync().ConfigureAwait(false);
        }
    }

    OutboxFile Opened() => file ?? throw new IOException("The outbox is closed for the moment: its disk had a fault. It is tried again by itself.");

    void OpenFile()
    {
        try
        {
            file = OutboxFile.OpenChecked(path, options.Open);
        }
        catch (Exception e) when (!Damage.IsTroubleOfTheDisk(e))
        {
            var aside = Damage.PutAside(path, options.Time.GetUtcNow());
            Log.OutboxDamaged(logger, path, aside, e);
            var found = OutboxFile.Salvage(aside, options.Open, fault => Log.SalvageEnded(logger, aside, fault.Message));
            Begin(found);
        }
    }

    void Begin(IReadOnlyList<OutboxEmail> found)
    {
        using (var fresh = OutboxFile.OpenChecked(path, options.Open))
        {
            fresh.Commit(() =>
            {
                foreach (var mail in found)
                {
                    fresh.Save(mail);
                }
            });
        }

        file = OutboxFile.OpenChecked(path, options.Open);
        Log.OutboxSalvaged(logger, path, found.Count, file.Counts.Waiting);
    }

    void Commit(IReadOnlyList<OutboxChange> group)
    {
        if (file is null)
        {
            OpenFile();
        }

        var open = Opened();
        try
        {
            open.Settle();
            Apply(open, [.. group.Where(change => !change.IsApplied)]);
            foreach (var change in group)
            {
                change.Complete();
            }

            open.Tidy();
        }
        catch (Exception) when (!open.IsUnsettled)
        {
            open.Abandon();
            file = null;
            throw;
        }
    }

    static void Apply(OutboxFile open, IReadOnlyList<OutboxChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        open.Commit(() =>
        {
            foreach (var change in changes)
            {
                change.Apply(open);
            }
        });
        foreach (var change in changes)
        {
            change.MarkApplied();
        }

        open.Settle();
    }
}

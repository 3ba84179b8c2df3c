using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Mail;

/// <summary>The outbox on the disk, changed in groups: each change is answered when it is on the disk.</summary>
sealed class OutboxStore : DatabaseStore<OutboxFile, OutboxChange>
{
    readonly CancellationTokenSource closed = new();
    readonly Subject<OutboxEmail> ended = new();
    readonly ILogger logger;

    // No gathering: while one commit is made the next group collects, and what a server accepted is recorded at once.
    OutboxStore(StorageOptions options, ILogger logger)
        : base("mail", options, gather: TimeSpan.Zero) => this.logger = logger;

    /// <summary>Opens <c>mail.db</c> of the data folder; a damaged one is put aside and what can be read of it taken over.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<OutboxStore> Open(StorageOptions options, ILogger logger)
    {
        var store = new OutboxStore(options, logger);
        await store.BeOpen().ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc cref="Outbox.Ended"/>
    public IObservable<OutboxEmail> Ended => ended.ObserveOn(StorageThread.Observers);

    /// <summary>Those that were to be sent when the outbox was opened.</summary>
    public Task<IReadOnlyList<OutboxEmail>> Waiting() => Read(open => open.Waiting);

    /// <summary>Changes the outbox; the answer comes when the change is on the disk, however long the disk takes.</summary>
    /// <param name="change">Carried out on the outbox's thread, in the order of the calls; must be able to run again when a transaction fails.</param>
    /// <exception cref="OperationCanceledException">The outbox was closed before; the change is perhaps not on the disk.</exception>
    public Task<T> Change<T>(Func<OutboxFile, T> change)
    {
        var one = new OutboxChange.Of<T>(change);
        Add(one);
        return one.Answer.WaitAsync(closed.Token);
    }

    /// <summary>Keeps the e-mail as it is now.</summary>
    /// <inheritdoc cref="Change{T}"/>
    public async Task Save(OutboxEmail mail)
    {
        await Change(open =>
        {
            open.Save(mail);
            return true;
        }).ConfigureAwait(false);
        if (mail.State != MailState.Waiting)
        {
            lock (ended)
            {
                ended.OnNext(mail);
            }
        }
    }

    /// <inheritdoc/>
    protected override OutboxFile Open(string file, Func<string, PageFile> open) => OutboxFile.OpenChecked(file, open);

    /// <inheritdoc/>
    protected override OutboxFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        Log.OutboxDamaged(logger, file, aside, why);
        var found = OutboxFile.Salvage(aside, open, fault => Log.SalvageEnded(logger, aside, fault.Message));
        using (var fresh = OutboxFile.OpenChecked(file, open))
        {
            fresh.Commit(() =>
            {
                foreach (var mail in found)
                {
                    fresh.Save(mail);
                }
            });
        }

        var another = OutboxFile.OpenChecked(file, open);
        Log.OutboxSalvaged(logger, file, found.Count, another.Counts.Waiting);
        return another;
    }

    /// <inheritdoc/>
    protected override void Apply(OutboxFile open, IReadOnlyList<OutboxChange> group)
    {
        open.Settle();
        Write(open, [.. group.Where(change => !change.IsApplied)]);
        foreach (var change in group)
        {
            change.Complete();
        }
    }

    /// <inheritdoc/>
    protected override void Stuck(Exception why, int waiting) => Log.OutboxStuck(logger, waiting, why);

    /// <inheritdoc/>
    protected override void Closed() => closed.Cancel();

    static void Write(OutboxFile open, IReadOnlyList<OutboxChange> changes)
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

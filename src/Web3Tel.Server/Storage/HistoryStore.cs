using System.Globalization;
using System.Reactive;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Auditing;
using Web3Tel.History;

namespace Web3Tel.Server.Storage;

/// <summary>
/// The history on the disk. It can be lost without loss: <see cref="Through"/> tells up to which entry of the journal it is whole, and what
/// is missing is made again from the journal.
/// </summary>
sealed class HistoryStore : DatabaseStore<HistoryFile, HistoryStore.Change>, IHistory
{
    /// <summary>Only entries of callbacks have it; within a name the quotes would be escaped.</summary>
    const string CallbackMark = "\"callback\":\"";

    /// <summary>Whoever looks for a few among many keeps the history from being written meanwhile.</summary>
    const int MostLookedAt = 10_000;

    readonly Subject<Unit> changes = new();
    readonly Subject<HistoryEntry> endings = new();
    readonly ILogger logger;

    HistoryStore(StorageOptions options, ILogger logger)
        : base("history", options, options.HistoryGather) => this.logger = logger;

    /// <summary>Says that what pages show may have changed.</summary>
    public IObservable<Unit> Changes => changes.ObserveOn(StorageThread.Observers);

    /// <summary>Calls as they come here, on the thread that decides: before they are on the disk, and whether it takes them or not.</summary>
    public IObservable<HistoryEntry> Endings => endings.AsObservable();

    /// <summary>Opens <c>history.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<HistoryStore> Open(StorageOptions options, ILogger logger)
    {
        var store = new HistoryStore(options, logger);
        await store.BeOpen().ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc/>
    public void Put(HistoryEntry entry)
    {
        Add(new Change(entry, null, 0));
        endings.OnNext(entry);
    }

    /// <inheritdoc/>
    public void Put(AuditRecord record) => Add(new Change(null, record, 0));

    /// <summary>Says that what was put so far is whole up to this entry of the journal.</summary>
    public void Mark(long through) => Add(new Change(null, null, through));

    /// <summary>The calls that ended up to this entry of the journal are all on the disk.</summary>
    public Task<long> Through() => Read(open => open.Through);

    /// <summary>The newest calls, newest first, or those that ended before a given one.</summary>
    /// <param name="before">Id of a call, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Null when there is no such call.</returns>
    public Task<IReadOnlyList<HistoryEntry>?> Page(string? before, int limit) => Read<IReadOnlyList<HistoryEntry>?>(open =>
    {
        var key = before is null ? null : open.KeyOf(before);
        return before is not null && key is null ? null : [.. open.Page(key, limit).Select(StoredForm.ReadCall)];
    });

    /// <summary>The newest calls with somebody, whoever called whom, newest first; none for a number without digits.</summary>
    /// <param name="number">However it is written: its digits count.</param>
    /// <param name="limit">How many at most.</param>
    public Task<IReadOnlyList<HistoryEntry>> OfNumber(string number, int limit) => Read<IReadOnlyList<HistoryEntry>>(open =>
        NumberOf(number) is { } of ? [.. open.Of(of, limit).Select(StoredForm.ReadCall)] : []);

    /// <summary>The newest customers who were to be called back and are no longer, newest first, or those before a given call.</summary>
    /// <param name="before">Id of a call, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>Also the id of the call looked at last, when there may be more; null when there is no such call.</returns>
    public Task<(IReadOnlyList<HistoryEntry> Calls, string? Last)?> Callbacks(string? before, int limit) => Read<(IReadOnlyList<HistoryEntry>, string?)?>(open =>
    {
        var key = before is null ? null : open.KeyOf(before);
        if (before is not null && key is null)
        {
            return null;
        }

        var (calls, last) = open.Containing(CallbackMark, key, limit, MostLookedAt);
        return ([.. calls.Select(StoredForm.ReadCall)], last);
    });

    /// <summary>Calls that ended from one time to another, oldest first, or those of them after a given one; none when there are none.</summary>
    /// <param name="after">Id of the last call one has, or null.</param>
    /// <param name="limit">How many at most.</param>
    public Task<IReadOnlyList<HistoryEntry>> Ended(DateTimeOffset from, DateTimeOffset to, string? after, int limit) => Read<IReadOnlyList<HistoryEntry>>(open =>
    {
        var key = after is null ? KeyAt(from) : open.KeyOf(after);
        return key is null ? [] : [.. open.Between(key, KeyAt(to), limit).Select(StoredForm.ReadCall)];
    });

    /// <summary>The last commands given before an entry of the journal, newest first.</summary>
    /// <param name="limit">How many at most.</param>
    public Task<IReadOnlyList<AuditRecord>> Audited(long before, int limit) =>
        Read<IReadOnlyList<AuditRecord>>(open => [.. open.Audited(before, limit).Select(StoredForm.ReadAudit)]);

    public Task<HistoryEntry?> Find(string id) => Read(open => open.Find(id) is { } json ? StoredForm.ReadCall(json) : null);

    /// <inheritdoc/>
    protected override HistoryFile Open(string file, Func<string, PageFile> open) => new(file, open);

    /// <inheritdoc/>
    protected override HistoryFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        Log.HistoryDamaged(logger, file, aside, why);
        return new HistoryFile(file, open);
    }

    /// <inheritdoc/>
    protected override void Apply(HistoryFile open, IReadOnlyList<Change> group)
    {
        open.Put(
            [.. group.Select(change => change.Entry).OfType<HistoryEntry>().Select(Store)],
            [.. group.Select(change => change.Record).OfType<AuditRecord>().Select(record => (record.Number, StoredForm.Write(record)))],
            group.Max(change => change.Through));
        changes.OnNext(Unit.Default);
    }

    /// <inheritdoc/>
    protected override void Stuck(Exception why, int waiting) => Log.HistoryStuck(logger, waiting, why);

    /// <inheritdoc/>
    protected override void Closed()
    {
        changes.OnCompleted();
        changes.Dispose();
        endings.OnCompleted();
        endings.Dispose();
    }

    static StoredCall Store(HistoryEntry entry)
    {
        var key = $"{KeyAt(entry.Ended)}{entry.Id}";
        return new StoredCall(key, entry.Id, NumberOf(entry.Other) is { } of ? of + key : null, StoredForm.Write(entry));
    }

    /// <summary>What the places of calls with that number begin with; null for none.</summary>
    static string? NumberOf(string number) => string.Concat(number.Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? $"{digits} " : null;

    /// <summary>What keys of that moment begin with.</summary>
    static string KeyAt(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds():D15}-");

    /// <summary>A call, a command, or a mark that what came before is whole up to an entry of the journal.</summary>
    /// <param name="Entry">The call.</param>
    /// <param name="Record">The command.</param>
    /// <param name="Through">The mark, or 0.</param>
    public sealed record Change(HistoryEntry? Entry, AuditRecord? Record, long Through);
}

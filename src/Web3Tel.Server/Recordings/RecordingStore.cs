using Web3Tel.History;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// The index of recordings, on a thread of its own. It can be lost without loss: it is made from calls that end, as the history is, and what
/// is missing is brought from the history.
/// </summary>
sealed class RecordingStore : DatabaseStore<RecordingIndex, RecordingChange>
{
    readonly ILogger logger;

    RecordingStore(StorageOptions options, ILogger logger)
        : base("recordings", options, options.HistoryGather) => this.logger = logger;

    /// <summary>Begins to open <c>recordings.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    public static RecordingStore Open(StorageOptions options, ILogger logger)
    {
        var store = new RecordingStore(options, logger);
        // Nobody waits: calls can be taken before a million recordings have been read.
        store.BeginToOpen();
        return store;
    }

    /// <summary>Puts the recording of an ended call, if there is one. Returns at once; never throws.</summary>
    public void Put(HistoryEntry entry)
    {
        if (Recording.Of(entry) is { } recording)
        {
            Add(new RecordingChange.Put(recording));
        }
    }

    /// <summary>Soon, with others.</summary>
    public void Change(RecordingChange change) => Add(change);

    /// <inheritdoc cref="RecordingIndex.Search"/>
    public Task<RecordingPage?> Search(RecordingQuery query, string? before, int limit) => Read(open => open.Search(query, before, limit));

    public Task<Recording?> Find(string id) => Read(open => open.Find(id));

    /// <inheritdoc cref="RecordingIndex.Unfinished"/>
    public Task<List<Recording>> Unfinished(int limit) => Read(open => open.Unfinished(limit));

    /// <inheritdoc cref="RecordingIndex.Ended"/>
    public Task<List<Recording>> Ended(Func<string?, bool> isOf, DateTimeOffset before, int limit) => Read(open => open.Ended(isOf, before, limit));

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

    /// <inheritdoc/>
    protected override RecordingIndex Open(string file, Func<string, PageFile> open) => new(file, open);

    /// <inheritdoc/>
    protected override RecordingIndex BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        Log.RecordingsDamaged(logger, file, aside, why);
        var index = new RecordingIndex(file, open);
        // Whatever the mark would say: it must be filled.
        index.Apply([new RecordingChange.Expect(long.MaxValue)]);
        return index;
    }

    /// <inheritdoc/>
    protected override void Apply(RecordingIndex open, IReadOnlyList<RecordingChange> group) => open.Apply(group);

    /// <inheritdoc/>
    protected override void Stuck(Exception why, int waiting) => Log.RecordingsStuck(logger, waiting, why);
}

using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Reviews;

/// <summary>Keeps what was said of recordings. A change is on the disk, or not made at all.</summary>
sealed class ReviewStore : DatabaseAccess<ReviewFile>
{
    readonly ILogger logger;

    ReviewStore(StorageOptions options, ILogger logger)
        : base("reviews", options) => this.logger = logger;

    /// <summary>Begins to open <c>reviews.db</c> of the data folder; a damaged one is put aside and what can be read of it taken over.</summary>
    public static ReviewStore Open(StorageOptions options, ILogger logger)
    {
        var store = new ReviewStore(options, logger);
        store.BeginToOpen();
        return store;
    }

    /// <summary>Null where nothing was said.</summary>
    public Task<Review?> Find(string recording) => Read(open => open.Find(recording));

    /// <summary>By recording; those of which nothing was said are left out.</summary>
    public Task<Dictionary<string, Review>> Find(IReadOnlyCollection<string> recordings) =>
        Read(open => recordings.Select(open.Find).OfType<Review>().ToDictionary(review => review.Recording, StringComparer.Ordinal));

    /// <summary>Changes what was said of a recording, and returns when it is on the disk.</summary>
    /// <param name="begun">A review that says nothing yet.</param>
    /// <param name="change">What becomes of it; null for nothing. Must not throw.</param>
    /// <returns>What it is now; null when nothing was changed.</returns>
    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public Task<Review?> Change(Review begun, Func<Review, Review?> change) => Read(open =>
    {
        var after = change(open.Find(begun.Recording) ?? begun);
        if (after is not null)
        {
            open.Write([after]);
        }

        return after;
    });

    /// <summary>Forgets what was said of recordings, and returns when that is on the disk.</summary>
    /// <exception cref="IOException">The disk does not let us: nothing has changed.</exception>
    public Task Forget(IReadOnlyCollection<string> recordings) => Read(open =>
    {
        open.Write([.. recordings.Select(open.Find).OfType<Review>().Select(review => review with { Remarks = [], Scores = [] })]);
        return true;
    });

    /// <summary>How operators were judged in conversations of a time, by their ids in order.</summary>
    /// <param name="since">From that time on, or null.</param>
    /// <param name="until">Before that time, or null.</param>
    /// <param name="isOf">Whether of a queue; asked with null for those of none.</param>
    public Task<IReadOnlyList<OperatorQuality>> Quality(DateTimeOffset? since, DateTimeOffset? until, Func<string?, bool> isOf) => Read<IReadOnlyList<OperatorQuality>>(open =>
    [
        .. from review in open.Scored
           where !(review.Start < since) && !(review.Start >= until) && isOf(review.Queue)
           from score in review.Scores
           group (review.Recording, score.Share) by score.Operator into judged
           orderby judged.Key
           select new OperatorQuality(judged.Key, judged.Select(one => one.Recording).Distinct(StringComparer.Ordinal).Count(), judged.Count(), judged.Average(one => one.Share)),
    ]);

    /// <inheritdoc/>
    protected override ReviewFile Open(string file, Func<string, PageFile> open) => ReviewFile.OpenChecked(file, open);

    /// <inheritdoc/>
    protected override ReviewFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        var found = ReviewFile.Salvage(aside, open, fault => Log.SalvageEnded(logger, aside, fault.Message));
        var another = ReviewFile.OpenChecked(file, open);
        try
        {
            another.Write(found);
        }
        catch
        {
            another.Abandon();
            throw;
        }

        Log.ReviewsDamaged(logger, file, aside, found.Count, why);
        return another;
    }
}

using Web3Tel.Reports;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Reports;

/// <summary>The facts of reports on the disk, on a thread of their own. They can be lost without loss: they are counted again from the journal.</summary>
sealed class ReportStore : DatabaseStore<ReportFile, ReportChange>
{
    /// <summary>So many quarters of an hour are in memory at once.</summary>
    const int AtOnce = 96;

    readonly ILogger logger;

    ReportStore(StorageOptions options, ILogger logger)
        : base("reports", options, options.HistoryGather) => this.logger = logger;

    /// <summary>Begins to open <c>reports.db</c> of the data folder; a damaged one is put aside and an empty one begun.</summary>
    public static ReportStore Open(StorageOptions options, ILogger logger)
    {
        var store = new ReportStore(options, logger);
        store.BeginToOpen();
        return store;
    }

    /// <exception cref="IOException">The disk does not let us.</exception>
    public Task<ReportMark> Mark() => Read(open => open.Mark);

    /// <summary>Makes the change, unless the facts go on from elsewhere by now, and returns when it is on the disk.</summary>
    /// <exception cref="IOException">It is not, and may be yet.</exception>
    public Task Change(ReportChange change)
    {
        Add(change);
        return Flush();
    }

    /// <summary>Adds to the report what is on the disk.</summary>
    public async Task Fill(Report report)
    {
        var (subject, from, end) = (report.Query.Subject, report.Query.FirstSlot, report.Query.EndSlot);
        while (await Read(open => open.Slots(subject, from, end, AtOnce)).ConfigureAwait(false) is { Count: > 0 } found)
        {
            foreach (var (slot, json) in found)
            {
                report.Add(slot, ReportFile.Read(json));
            }

            from = found[^1].Slot + 1;
        }
    }

    /// <inheritdoc/>
    protected override ReportFile Open(string file, Func<string, PageFile> open) => new(file, open);

    /// <inheritdoc/>
    protected override ReportFile BeginAnother(string file, string aside, Func<string, PageFile> open, Exception why)
    {
        Log.ReportsDamaged(logger, file, aside, why);
        return new ReportFile(file, open);
    }

    /// <inheritdoc/>
    protected override void Apply(ReportFile open, IReadOnlyList<ReportChange> group) => open.Apply(group);

    /// <inheritdoc/>
    protected override void Stuck(Exception why, int waiting) => Log.ReportsStuck(logger, waiting, why);
}

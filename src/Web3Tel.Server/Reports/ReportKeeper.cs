using Web3Tel.Reports;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Reports;

/// <summary>
/// Keeps the facts of reports while the service runs, a minute behind at most, and up to the moment when somebody asks. Whatever goes wrong,
/// calls go on, and there is a next time.
/// </summary>
sealed class ReportKeeper : BackgroundService, IAsyncDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Who asks waits no longer for what is still to be counted; it is told what there is.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly CallCenterService center;
    readonly TimeProvider time;
    readonly ILogger logger;
    readonly ReportStore store;
    readonly SemaphoreSlim turn = new(1);
    FactKeeping? keeping;
    bool disposed;

    public ReportKeeper(CallCenterService center, StorageOptions options, TimeProvider time, ILogger<ReportKeeper> logger)
    {
        this.center = center;
        this.time = time;
        this.logger = logger;
        store = ReportStore.Open(options, logger);
    }

    /// <summary>What is counted, with all that has happened by now as far as there is time for it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public async Task<ReportAnswer> Ask(ReportQuery query, CancellationToken cancellation)
    {
        var (began, goal) = (time.GetTimestamp(), center.Journal.Last);
        while (time.GetElapsedTime(began) < Patience && await TryCountMore(goal, cancellation).ConfigureAwait(false))
        {
        }

        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var facts = Keeping();
            var report = new Report(query);
            await store.Fill(report).ConfigureAwait(false);
            if (!facts.Has(goal))
            {
                return new ReportAnswer(report, facts.Mark.Bookmark?.At, IsUpToDate: false, facts.Mark.WholeFrom);
            }

            var now = time.GetUtcNow();
            facts.Foresee(report, now);
            return new ReportAnswer(report, now, IsUpToDate: true, facts.Mark.WholeFrom);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The container disposes of us as what we are and as a hosted service.
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        base.Dispose();
        try
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            // It is counted again from the journal.
            Log.ReportsNotCounted(logger, e);
        }

        turn.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                while (await TryCountMore(null, stoppingToken).ConfigureAwait(false))
                {
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // The service stops, or could not start.
        }
    }

    /// <summary>A piece at a time, so that whoever asks gets a turn between two. False when there is no more, or it cannot be counted now.</summary>
    async Task<bool> TryCountMore(long? goal, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Keeping().CountMore(goal).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Log.ReportsNotCounted(logger, e);
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    FactKeeping Keeping() => keeping ??= new FactKeeping(center.Journal, center.Past, store, () => center.Current, logger);
}

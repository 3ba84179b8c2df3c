using System.Reactive.Disposables;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Recordings;

/// <summary>
/// Sees to the recordings while the service runs: brings what the index lacks, deletes what has been kept long enough, compares the index
/// with the files, and takes the sums of files that are finished. One thing at a time; whatever goes wrong, there is a next time.
/// </summary>
sealed class RecordingKeeper : BackgroundService
{
    readonly CallCenterService center;
    readonly RecordingTimes times;
    readonly TimeProvider time;
    readonly ILogger logger;
    readonly CurrentSettings settings;
    readonly SemaphoreSlim turn = new(1);

    public RecordingKeeper(CallCenterService center, CurrentSettings settings, RecordingTimes times, TimeProvider time, ILogger<RecordingKeeper> logger)
    {
        this.center = center;
        this.settings = settings;
        this.times = times;
        this.time = time;
        this.logger = logger;
        Folder = new RecordingFolder(settings.Value.Recordings);
    }

    public RecordingFolder Folder { get; }

    /// <inheritdoc cref="RecordingComparison.Run"/>
    public async Task<ComparisonReport> Compare(CancellationToken cancellation)
    {
        using var mine = await Turn(cancellation).ConfigureAwait(false);
        var store = center.Recordings;
        return await new RecordingComparison(center, store, Folder, new RecordingHistory(center, store, logger), times, time, logger).Run(cancellation).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Keep(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // The service stops, or could not start.
        }
    }

    async Task Keep(CancellationToken stoppingToken)
    {
        var store = center.Recordings;
        var history = new RecordingHistory(center, store, logger);
        var sums = new RecordingSums(store, Folder, times, time, logger);
        using var timer = new PeriodicTimer(times.Look, time);
        var (compared, retained, named) = (false, DateTimeOffset.MinValue, (object?)null);
        do
        {
            try
            {
                if (named != (object)center.Current.Configuration)
                {
                    named = center.Current.Configuration;
                    WarnOfRetention();
                    store.Change(new RecordingChange.Name(settings.Value.CallCenter.Agents.ToDictionary(agent => agent.Id, agent => agent.Name)));
                }

                await history.Fill(stoppingToken).ConfigureAwait(false);
                if (time.GetUtcNow() - retained >= times.Retention)
                {
                    using (await Turn(stoppingToken).ConfigureAwait(false))
                    {
                        await new RecordingRetention(settings.Value.Retention, center, store, Folder, time, logger).Run(stoppingToken).ConfigureAwait(false);
                    }

                    retained = time.GetUtcNow();
                }

                // The simulated switch writes no files.
                if (!compared && !settings.Value.IsSimulated)
                {
                    await Compare(stoppingToken).ConfigureAwait(false);
                    compared = true;
                }

                await sums.Look(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.RecordingsNotKept(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>Waits for its turn, which ends when what is returned is disposed.</summary>
    async Task<IDisposable> Turn(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        return Disposable.Create(() => turn.Release());
    }

    /// <summary>Recordings of a queue that is no more are deleted all the same; a name that was misspelt deletes nothing.</summary>
    void WarnOfRetention()
    {
        var set = settings.Value;
        foreach (var rule in set.Retention.Where(rule => rule.Of == RetentionScope.Queue && set.CallCenter.Queues.All(queue => queue.Name != rule.Queue)))
        {
            Log.RetentionOfNoQueue(logger, rule.Queue);
        }
    }
}

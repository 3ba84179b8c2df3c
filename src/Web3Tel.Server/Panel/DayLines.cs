using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>The timeline of today, read once for all who look, every half minute and only while somebody does.</summary>
sealed class DayLines
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    readonly ReportKeeper keeper;
    readonly ServiceSettings settings;
    readonly TimeProvider time;
    readonly ILogger logger;

    public DayLines(ReportKeeper keeper, ServiceSettings settings, TimeProvider time, IScheduler scheduler, ILogger<DayLines> logger)
    {
        this.keeper = keeper;
        this.settings = settings;
        this.time = time;
        this.logger = logger;
        Today = Observable.Timer(TimeSpan.Zero, Every, scheduler)
            .Select(_ => Observable.FromAsync(Read))
            .Concat()
            .Replay(1)
            .RefCount();
    }

    /// <summary>The day, and again every half minute; null while it cannot be read.</summary>
    public IObservable<DayLine?> Today { get; }

    async Task<DayLine?> Read(CancellationToken cancellation)
    {
        try
        {
            return new DayLine(
                await keeper.OfDay(Subject.Queue, Interval.HalfHour, settings, time, cancellation).ConfigureAwait(false),
                await keeper.OfDay(Subject.Operator, Interval.HalfHour, settings, time, cancellation).ConfigureAwait(false));
        }
        catch (ObjectDisposedException)
        {
            // The service stops, and the page with it.
            return null;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The page goes on without: that storage has trouble it says itself.
            Log.ReportsNotCounted(logger, e);
            return null;
        }
    }
}

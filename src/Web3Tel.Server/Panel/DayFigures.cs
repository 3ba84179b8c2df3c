using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>What was counted today, read once for all who look, every few seconds and only while somebody does.</summary>
sealed class DayFigures
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly ReportKeeper keeper;
    readonly ServiceSettings settings;
    readonly TimeProvider time;
    readonly ILogger logger;

    public DayFigures(ReportKeeper keeper, ServiceSettings settings, TimeProvider time, IScheduler scheduler, ILogger<DayFigures> logger)
    {
        this.keeper = keeper;
        this.settings = settings;
        this.time = time;
        this.logger = logger;
        Days = Observable.Timer(TimeSpan.Zero, Every, scheduler)
            .Select(_ => Observable.FromAsync(Read))
            .Concat()
            .Replay(1)
            .RefCount();
    }

    /// <summary>The day, and again every few seconds.</summary>
    public IObservable<Day> Days { get; }

    async Task<Day> Read(CancellationToken cancellation)
    {
        try
        {
            return Day.Of(
                await keeper.OfDay(Subject.Queue, Interval.Whole, settings, time, cancellation).ConfigureAwait(false),
                await keeper.OfDay(Subject.Operator, Interval.Whole, settings, time, cancellation).ConfigureAwait(false));
        }
        catch (ObjectDisposedException)
        {
            // The service stops, and the page with it.
            return Day.Unknown;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // The page goes on without: that storage has trouble it says itself.
            Log.ReportsNotCounted(logger, e);
            return Day.Unknown;
        }
    }
}

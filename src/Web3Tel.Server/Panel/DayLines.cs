using System.Reactive.Concurrency;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>The timeline of today.</summary>
sealed class DayLines(ReportKeeper keeper, ServiceSettings settings, TimeProvider time, IScheduler scheduler, ILogger<DayLines> logger)
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    readonly SharedReading<DayLine?> reading = new(
        Every,
        async cancellation => new DayLine(
            await keeper.OfDay(Subject.Queue, Interval.HalfHour, settings, time, cancellation).ConfigureAwait(false),
            await keeper.OfDay(Subject.Operator, Interval.HalfHour, settings, time, cancellation).ConfigureAwait(false)),
        null,
        scheduler,
        logger);

    /// <summary>The day, and again every half minute; null while it cannot be read.</summary>
    public IObservable<DayLine?> Today => reading.Values;
}

using System.Reactive.Concurrency;
using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>What was counted today.</summary>
sealed class DayFigures(ReportKeeper keeper, ServiceSettings settings, TimeProvider time, IScheduler scheduler, ILogger<DayFigures> logger)
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly SharedReading<Day> reading = new(
        Every,
        async cancellation => Day.Of(
            await keeper.OfDay(Subject.Queue, Interval.Whole, settings, time, cancellation).ConfigureAwait(false),
            await keeper.OfDay(Subject.Operator, Interval.Whole, settings, time, cancellation).ConfigureAwait(false)),
        Day.Unknown,
        scheduler,
        logger);

    /// <summary>The day, and again every few seconds.</summary>
    public IObservable<Day> Days => reading.Values;
}

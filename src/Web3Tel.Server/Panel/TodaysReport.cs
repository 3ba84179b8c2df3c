using Web3Tel.Reports;
using Web3Tel.Server.Reports;
using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Panel;

/// <summary>What was counted since midnight, for pages that live.</summary>
static class TodaysReport
{
    /// <exception cref="IOException">The facts cannot be read.</exception>
    public static async Task<Report> OfDay(this ReportKeeper keeper, Subject subject, Interval interval, ServiceSettings settings, TimeProvider time, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.TimeZone).DateTime);
        var query = new ReportQuery
        {
            Subject = subject,
            From = Stretches.Midnight(today, settings.TimeZone),
            To = Stretches.Midnight(today.AddDays(1), settings.TimeZone),
            Zone = settings.TimeZone,
            Interval = interval,
            AnsweredWithin = settings.Wall.AnsweredWithin,
        };
        return (await keeper.Ask(query, cancellation).ConfigureAwait(false)).Report;
    }
}

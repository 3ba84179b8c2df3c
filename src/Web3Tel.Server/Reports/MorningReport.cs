using Web3Tel.Reports;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Reports;

/// <summary>
/// Sends the report of yesterday, once: from the time that is set to the end of the day. The outbox knows whether it has been, over restarts, too. A day
/// on which the service did not run at all has none: nobody finds a week of them in the morning.
/// </summary>
sealed class MorningReport(ReportKeeper keeper, MailService mail, ServiceSettings settings, StorageOptions options, TimeProvider time, ILogger<MorningReport> logger) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>While older entries are still counted it waits so long for the end of that.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>E-mails that wait may still want their table.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(40);

    string Folder => Path.Combine(options.Folder, "morning");

    /// <summary>The day that is reported on now; null before the time of the day.</summary>
    public static DateOnly? Due(DateTimeOffset now, TimeZoneInfo zone, TimeOnly at) => TimeZoneInfo.ConvertTime(now, zone) is var local && TimeOnly.FromDateTime(local.DateTime) >= at
        ? DateOnly.FromDateTime(local.DateTime).AddDays(-1)
        : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.MorningReport is not { } wanted)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        DateOnly? sent = null;
        try
        {
            do
            {
                if (Due(time.GetUtcNow(), settings.TimeZone, wanted.At) is { } day && day != sent && await TrySend(wanted, day, stoppingToken).ConfigureAwait(false))
                {
                    sent = day;
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The next life sends it, if this one has not.
        }
    }

    async Task<bool> TrySend(MorningReportSettings wanted, DateOnly day, CancellationToken cancellation)
    {
        try
        {
            return await Send(wanted, day, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e) || e is ObjectDisposedException)
        {
            Log.MorningReportNotSent(logger, day, e);
            return false;
        }
    }

    /// <returns>Whether it is in the outbox.</returns>
    async Task<bool> Send(MorningReportSettings wanted, DateOnly day, CancellationToken cancellation)
    {
        if (mail.Outbox is not { } outbox || await outbox.StateOf(MorningEmail.KeyOf(day)).ConfigureAwait(false) is not null)
        {
            return mail.Outbox is not null;
        }

        var (from, to) = (Stretches.Midnight(day, settings.TimeZone), Stretches.Midnight(day.AddDays(1), settings.TimeZone));
        var answer = await keeper.Ask(new ReportQuery { Subject = Subject.Queue, From = from, To = to, Zone = settings.TimeZone, Interval = Interval.HalfHour }, cancellation).ConfigureAwait(false);
        if (!answer.IsUpToDate && TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.TimeZone).DateTime) - wanted.At < Patience)
        {
            return false;
        }

        var email = new MorningEmail(wanted, day, answer);
        var path = Path.GetFullPath(Path.Combine(Folder, MorningEmail.FileNameOf(day)));
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(path, email.Table(), cancellation).ConfigureAwait(false);
        await outbox.Put(email.Made(path)).WaitAsync(cancellation).ConfigureAwait(false);
        foreach (var old in Directory.GetFiles(Folder, "*.csv").Where(file => time.GetUtcNow() - File.GetLastWriteTimeUtc(file) > Kept))
        {
            File.Delete(old);
        }

        return true;
    }
}

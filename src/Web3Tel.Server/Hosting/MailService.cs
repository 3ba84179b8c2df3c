using System.Reactive.Concurrency;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Hosting;

/// <summary>The outbox's life in this process: open before the first call can leave a message, closed with everything on the disk.</summary>
sealed class MailService(ServiceSettings settings, StorageOptions options, IScheduler scheduler, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    readonly ILogger logger = loggers.CreateLogger("Web3Tel.Mail");

    /// <summary>The outbox, or null while no mail server is set.</summary>
    public Outbox? Outbox { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Mail is { } mail)
        {
            Outbox = await Outbox.Open(options, mail, scheduler, Random.Shared, logger).ConfigureAwait(false);
        }
        else
        {
            Log.MailOff(logger);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync().ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (Outbox is not { } closing)
        {
            return;
        }

        Outbox = null;
        try
        {
            await closing.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.OutboxClosedWithoutDisk(logger, e);
        }
    }
}

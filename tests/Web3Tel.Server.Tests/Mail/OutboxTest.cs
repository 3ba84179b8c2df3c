using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Tests.Storage;
using Xunit;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>What tests of the outbox share: a real server on a real socket, a real disk, and virtual time.</summary>
public abstract class OutboxTest : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private protected TempFolder Folder { get; } = new();

    private protected FaultyDisk Disk { get; } = new();

    private protected VirtualTime Time { get; } = new(Start);

    private protected FaultySmtpServer Server { get; set; } = new();

    protected Random Random { get; } = new(20261125);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Disk.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Email Email(string key, params string[] to) => new()
    {
        Key = key,
        To = to.Length == 0 ? ["anna@example.com"] : [.. to],
        Subject = key,
        Text = $"This is {key}.\n",
    };

    private protected static string Shown(OutboxEmail mail) =>
        $"{mail.State}, {string.Join(", ", mail.Recipients.Select(one => $"{one.Address} {one.State}"))}, attempts {mail.Attempts}, doubts {mail.Doubts}";

    private protected MailSettings Settings() => new(
        "127.0.0.1", Server.Port, MailSecurity.None, "", "", new("Call center", "calls@example.com"), [], TimeSpan.FromHours(72), TimeSpan.FromSeconds(120), TimeSpan.FromDays(30));

    private protected Task<Outbox> Open(MailSettings? settings = null, ILogger? logger = null) => Outbox.Open(
        new StorageOptions(Folder.Path, Time, Disk.Open), settings ?? Settings(), new VirtualScheduler(Time), Random, logger ?? NullLogger.Instance);

    /// <summary>Returns when all attempts that are under way have ended or wait for a server that says nothing.</summary>
    private protected Task Quiet(Outbox outbox) => Once(outbox.UnderWay.CombineLatest(Server.Hanging, (sending, hanging) => sending == hanging));

    /// <summary>Returns when nothing is being sent.</summary>
    private protected static Task Idle(Outbox outbox) => Once(outbox.UnderWay.Select(sending => sending == 0));

    private protected async Task Pass(Outbox outbox, TimeSpan by)
    {
        await Quiet(outbox);
        Time.Advance(by);
        await Quiet(outbox);
    }

    /// <summary>Puts it and returns what became of it at the first attempt.</summary>
    private protected async Task<OutboxEmail> Tried(Outbox outbox, Email email)
    {
        var id = await outbox.Put(email);
        await Quiet(outbox);
        return (await outbox.Find(id))!;
    }

    /// <summary>Lets time pass until nothing waits any more.</summary>
    private protected async Task Finish(Outbox outbox, TimeSpan step)
    {
        await Quiet(outbox);
        while ((await outbox.Counts()).Waiting > 0)
        {
            await Pass(outbox, step);
        }
    }

    /// <summary>Closes it; what hangs is broken off.</summary>
    private protected async Task Close(Outbox outbox)
    {
        var closing = outbox.DisposeAsync();
        await Quiet(outbox);
        Time.Advance(TimeSpan.FromSeconds(10));
        await closing;
    }

    /// <summary>The end of the process, as the disk sees it: from now on nothing is written.</summary>
    private protected async Task Crash(Outbox outbox)
    {
        Disk.Full = true;
        try
        {
            var closing = outbox.DisposeAsync();
            Time.Advance(TimeSpan.FromSeconds(10));
            await closing;
        }
        catch (IOException)
        {
            // As it must be: what was not on the disk is lost.
        }

        Disk.Full = false;
    }

    static async Task Once(IObservable<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await happened.FirstAsync(has => has).ToTask(patience.Token);
    }
}

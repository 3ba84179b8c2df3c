using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Security.Cryptography;
using System.Text;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>
/// E-mails on their way out. What was put here outlives the service and is tried until the server accepts it or the time is up; either
/// way it is shown. What the server is known to have accepted is not sent again.
/// </summary>
sealed class Outbox : IAsyncDisposable
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Somebody looks at a test until it is answered.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly OutboxStore store;
    readonly MailSettings settings;
    readonly IScheduler scheduler;
    readonly TimeProvider time;
    readonly Courier courier;
    readonly IDisposable forgetting;

    Outbox(OutboxStore store, MailSettings settings, IScheduler scheduler, TimeProvider time, Random random, ILogger logger)
    {
        this.store = store;
        this.settings = settings;
        this.scheduler = scheduler;
        this.time = time;
        courier = new Courier(store, settings, scheduler, time, random, logger);
        forgetting = Observable.Interval(TimeSpan.FromDays(1), scheduler).Subscribe(_ => Forget());
    }

    /// <summary>Opens the outbox of the data folder, and goes on with what waits in it.</summary>
    /// <exception cref="IOException">The disk does not let us.</exception>
    public static async Task<Outbox> Open(StorageOptions options, MailSettings settings, IScheduler scheduler, Random random, ILogger logger)
    {
        var store = await OutboxStore.Open(options, logger).ConfigureAwait(false);
        var outbox = new Outbox(store, settings, scheduler, options.Time, random, logger);
        outbox.Forget();
        foreach (var mail in await store.Waiting().ConfigureAwait(false))
        {
            outbox.Resume(mail, logger);
        }

        return outbox;
    }

    /// <summary>The server, as people read it.</summary>
    public string Server => settings.ToString();

    /// <summary>What keeps e-mails from being sent: the disk or the server. Null when nothing is known to.</summary>
    public string? Trouble => store.Trouble ?? courier.ServerTrouble;

    /// <inheritdoc cref="Courier.UnderWay"/>
    public IObservable<int> UnderWay => courier.UnderWay;

    /// <summary>E-mails that were sent or failed, when that is on the disk.</summary>
    public IObservable<OutboxEmail> Ended => store.Ended;

    /// <summary>How many there are.</summary>
    public Task<OutboxCounts> Counts() => store.Read(file => file.Counts);

    /// <inheritdoc cref="OutboxFile.Page"/>
    public Task<IReadOnlyList<OutboxEmail>> Page(MailState? state, long? before, int limit) => store.Read(file => file.Page(state, before, limit));

    /// <summary>What has become of the e-mail with that key; null for one that is not, or no longer, known.</summary>
    public Task<MailState?> StateOf(string key) => store.Read(file => file.FindKey(key)?.State);

    public Task<OutboxEmail?> Find(long id) => store.Read(file => file.Find(id));

    /// <summary>
    /// Puts an e-mail into the outbox; it is on the disk when this returns, however long the disk takes. One with the same key that is
    /// there already stays as it is, and no other is sent. An e-mail that cannot be sent is not refused but there, as failed.
    /// </summary>
    /// <returns>Its id.</returns>
    /// <exception cref="OperationCanceledException">The service stops; perhaps it is not on the disk: put it again.</exception>
    public async Task<long> Put(Email email)
    {
        var at = scheduler.Now;
        var (mail, isNew) = await store.Change(file =>
        {
            if (file.FindKey(email.Key) is { } there)
            {
                return (there, false);
            }

            var fresh = OutboxEmail.Of(email, file.Last + 1, MessageIdOf(email.Key), at);
            file.Save(fresh);
            return (fresh, true);
        }).ConfigureAwait(false);
        if (isNew && mail.State == MailState.Waiting)
        {
            courier.Add(mail);
        }

        return mail.Id;
    }

    /// <summary>Tries an e-mail again now: one that failed (for those who have not got it), or one that waits.</summary>
    /// <returns>What there was to do.</returns>
    public async Task<RetryAnswer> Retry(long id)
    {
        if (courier.Hurry(id) is { } isWaiting)
        {
            return isWaiting ? RetryAnswer.Tried : RetryAnswer.UnderWay;
        }

        var at = scheduler.Now;
        var (before, after) = await store.Change(file =>
        {
            // Judged here, behind all that was recorded before: two who ask at once must not have it sent twice.
            var found = file.Find(id);
            var again = found is { State: MailState.Failed } ? found.Again(at) : null;
            if (again is not null)
            {
                file.Save(again);
            }

            return (found, again);
        }).ConfigureAwait(false);
        if (after is { State: MailState.Waiting })
        {
            courier.Add(after);
        }

        return before is null ? RetryAnswer.Unknown : before.State switch
        {
            MailState.Waiting => RetryAnswer.UnderWay,
            MailState.Failed => after!.State == MailState.Waiting ? RetryAnswer.Tried : RetryAnswer.Hopeless,
            MailState.Sent => RetryAnswer.Sent,
        };
    }

    /// <summary>Sends an e-mail at once, once, past the outbox: to see whether the settings are right.</summary>
    /// <param name="told">The language it is told in what went wrong.</param>
    public async Task<TestReply> Test(Email email, Language told)
    {
        var mail = OutboxEmail.Of(email, id: 0, MessageIdOf(email.Key), scheduler.Now);
        if (mail.State != MailState.Waiting)
        {
            return new TestReply(MailFault.Recipient, mail.Recipients[0].Why ?? "");
        }

        using var session = new SmtpSession(settings with { Longest = settings.Longest < Patience ? settings.Longest : Patience }, time, CancellationToken.None, told);
        var verdict = await session.Send(mail).ConfigureAwait(false);
        await session.Quit().ConfigureAwait(false);
        var recipient = verdict.Recipients[0];
        return new TestReply(recipient.State == MailState.Sent ? null : verdict.Fault ?? MailFault.Recipient, recipient.Why ?? "");
    }

    /// <summary>Sends nothing more and closes, with everything on the disk. What is being sent gets some seconds.</summary>
    /// <exception cref="IOException">Something is not on the disk.</exception>
    public async ValueTask DisposeAsync()
    {
        forgetting.Dispose();
        await courier.Stop(Grace).ConfigureAwait(false);
        await store.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The same for the same key, even when the outbox was lost and the e-mail is put again.</summary>
    string MessageIdOf(string key) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}@{MailAddress.AsciiDomain(settings.From)}";

    void Resume(OutboxEmail mail, ILogger logger)
    {
        if (mail.IsUnderWay)
        {
            mail = mail.Interrupted();
            Log.MailInDoubt(logger, mail.Id, mail.Key, mail.MessageId);
            _ = store.Save(mail);
        }

        courier.Add(mail);
    }

    void Forget()
    {
        var before = scheduler.Now - settings.Keep;
        _ = store.Change(file =>
        {
            file.Forget(before);
            return true;
        });
    }
}

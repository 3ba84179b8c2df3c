using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Mail;

/// <summary>Sends what waits in the outbox, each e-mail when its time has come, some at once.</summary>
/// <remarks>
/// The beginning of an attempt is on the disk before the server hears of it, so that nothing is sent while nothing can be recorded, and
/// a service that ends in the middle knows it afterwards. What the server accepted is recorded as soon as its answer is here, before
/// anything else is said to it.
/// </remarks>
sealed class Courier
{
    const int AtOnce = 4;

    readonly Lock gate = new();
    readonly Dictionary<long, OutboxEmail> waiting = [];
    readonly SortedSet<(DateTimeOffset At, long Id)> due = [];
    readonly Dictionary<long, Task> underWay = [];
    readonly BehaviorSubject<int> sending = new(0);
    readonly OutboxStore store;
    readonly MailSettings settings;
    readonly IScheduler scheduler;
    readonly TimeProvider time;
    readonly RetryPlan plan;
    readonly ILogger logger;
    readonly ServerHold hold;
    readonly SerialDisposable timer = new();
    readonly CancellationTokenSource stop = new();
    bool isStopping;

    /// <param name="store">Where e-mails and what becomes of them are kept.</param>
    /// <param name="settings">The server.</param>
    /// <param name="scheduler">Tells when the next attempt is due.</param>
    /// <param name="time">Measures how long an attempt takes.</param>
    /// <param name="random">Spreads attempts.</param>
    /// <param name="logger">Told what has become of each e-mail.</param>
    public Courier(OutboxStore store, MailSettings settings, IScheduler scheduler, TimeProvider time, Random random, ILogger logger)
    {
        this.store = store;
        this.settings = settings;
        this.scheduler = scheduler;
        this.time = time;
        this.logger = logger;
        plan = new RetryPlan(random);
        hold = new ServerHold(plan);
    }

    /// <summary>What is wrong with the server, or null when nothing is known to be.</summary>
    public string? ServerTrouble
    {
        get
        {
            lock (gate)
            {
                return hold.Why;
            }
        }
    }

    /// <summary>How many e-mails are being sent: now, and whenever that changes.</summary>
    public IObservable<int> UnderWay => sending.DistinctUntilChanged().ObserveOn(StorageThread.Observers);

    /// <summary>Takes over an e-mail that is in the outbox and waits.</summary>
    public void Add(OutboxEmail mail)
    {
        lock (gate)
        {
            Wait(mail);
            Look();
        }
    }

    /// <summary>Somebody wants it tried now.</summary>
    /// <returns>Null when it does not wait here; false when it is being sent just now.</returns>
    public bool? Hurry(long id)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(id, out var mail))
            {
                return underWay.ContainsKey(id) ? false : null;
            }

            due.Remove((mail.NextTry!.Value, id));
            Wait(mail with { NextTry = scheduler.Now });
            hold.Lift();
            Look();
            return true;
        }
    }

    /// <summary>Sends nothing more. What is being sent gets some time, then it is broken off.</summary>
    public async Task Stop(TimeSpan grace)
    {
        Task[] last;
        lock (gate)
        {
            isStopping = true;
            timer.Dispose();
            last = [.. underWay.Values];
        }

        using var patience = time.CreateTimer(_ => stop.Cancel(), null, grace, Timeout.InfiniteTimeSpan);
        await Task.WhenAll(last).ConfigureAwait(false);
    }

    void Wait(OutboxEmail mail)
    {
        waiting[mail.Id] = mail;
        due.Add((mail.NextTry!.Value, mail.Id));
    }

    void Look()
    {
        if (!isStopping)
        {
            Begin();
        }

        sending.OnNext(underWay.Count);
    }

    /// <summary>Begins what is due, and looks again when the next one is.</summary>
    void Begin()
    {
        var now = scheduler.Now;
        while (due.Count > 0 && underWay.Count < (hold.Why is null ? AtOnce : 1) && Later(due.Min.At) <= now)
        {
            var (_, id) = due.Min;
            due.Remove(due.Min);
            waiting.Remove(id, out var mail);
            underWay[id] = Task.Run(() => Attempt(mail!));
        }

        if (due.Count > 0 && Later(due.Min.At) > now)
        {
            timer.Disposable = scheduler.Schedule(Later(due.Min.At), LookAgain);
        }
    }

    void LookAgain()
    {
        lock (gate)
        {
            Look();
        }
    }

    DateTimeOffset Later(DateTimeOffset at) => at > hold.Until ? at : hold.Until;

    async Task Attempt(OutboxEmail mail)
    {
        OutboxEmail? again = null;
        try
        {
            var begun = Begun(mail);
            await store.Save(begun).WaitAsync(stop.Token).ConfigureAwait(false);
            using var session = new SmtpSession(settings, time, stop.Token);
            var verdict = await Try(session, begun).ConfigureAwait(false);
            var after = Judge(begun, verdict);
            var recorded = store.Save(after);
            again = after.State == MailState.Waiting ? after : null;
            await session.Quit().ConfigureAwait(false);
            await recorded.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The service stops; what is on the disk is where the next one goes on.
        }
        finally
        {
            End(mail.Id, again);
        }
    }

    OutboxEmail Begun(OutboxEmail mail)
    {
        lock (gate)
        {
            return mail.Begun(scheduler.Now + plan.After(mail.Attempts + 1));
        }
    }

    void End(long id, OutboxEmail? again)
    {
        lock (gate)
        {
            underWay.Remove(id);
            if (again is not null)
            {
                Wait(again);
            }

            Look();
        }
    }

    /// <summary>A fault of our own is no reason to lose an e-mail.</summary>
    async Task<Verdict> Try(SmtpSession session, OutboxEmail mail)
    {
        try
        {
            return await session.Send(mail).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.Fault(logger, e);
            return Verdict.Same(mail.Remaining, MailState.Waiting, $"A fault of the service: {e.Message}") with { IsInDoubt = true };
        }
    }

    /// <summary>What has become of the e-mail, counted and told to the log.</summary>
    OutboxEmail Judge(OutboxEmail begun, Verdict verdict)
    {
        lock (gate)
        {
            var now = scheduler.Now;
            var after = begun.After(verdict, now, now + plan.After(begun.Attempts), settings.GiveUpAfter);
            Meters.Count(begun, after);
            MailLog.Tell(logger, settings, after, verdict);
            if (verdict.HasMetServer)
            {
                hold.Learn(verdict.ServerTrouble, now);
            }

            if (verdict.ServerTrouble is { } trouble)
            {
                GiveUpTheOld(now, trouble);
            }

            return after;
        }
    }

    /// <summary>With the server in trouble it would take ages until each of them has had its last attempt.</summary>
    void GiveUpTheOld(DateTimeOffset now, string trouble)
    {
        foreach (var mail in waiting.Values.Where(mail => mail.Since + settings.GiveUpAfter <= now).ToArray())
        {
            waiting.Remove(mail.Id);
            due.Remove((mail.NextTry!.Value, mail.Id));
            var given = mail.GivenUp(now, settings.GiveUpAfter, trouble);
            Meters.Count(mail, given);
            Log.MailFailed(logger, given.Id, given.Key, given.Attempts, given.Why);
            _ = store.Save(given);
        }
    }
}

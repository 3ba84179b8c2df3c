using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Web3Tel.Auditing;
using Web3Tel.Callbacks;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Phones;
using Web3Tel.Prompts;
using Web3Tel.Server.Configurations;
using Web3Tel.Server.Information;
using Web3Tel.Scenarios;
using Web3Tel.Server.Logging;
using Web3Tel.Server.Recordings;
using Web3Tel.Server.Reviews;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Settings;
using Web3Tel.Server.SetUp;
using Web3Tel.Server.Storage;
using Web3Tel.Server.Voicemail;
using Web3Tel.Speech;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Hosting;

/// <summary>
/// The call center's life in this process: restored from the disk before anything else, its calls left to the switch at the end, with
/// everything on the disk.
/// </summary>
sealed class CallCenterService(
    CurrentSettings settings, ConfigurationKeeper configurations, StorageOptions options, MessageFolder folder, ISwitch @switch, ISpeaker speaker, Prompter prompter, ScenarioInformation information, ScenarioVersions scenarios, CalendarsByHand byHand, BroughtPrompts brought, NamedSteps steps, IScheduler scheduler, ILoggerFactory loggers) : IHostedLifecycleService, IAsyncDisposable
{
    readonly CompositeDisposable running = [];
    readonly ILogger logger = loggers.CreateLogger("Web3Tel.CallCenter");
    JournalStore? journal;
    HistoryStore? history;
    MessageStore? messages;
    RecordingStore? recordings;
    ReviewStore? reviews;
    Snapshots? snapshots;
    Distributor? distributor;
    bool disposed;

    /// <summary>The call center now.</summary>
    public CallCenter Current => distributor?.Current ?? CallCenter.Empty;

    /// <summary>The call center now and after each event.</summary>
    public IObservable<CallCenter> States => Started(distributor).States;

    /// <inheritdoc cref="Distributor.Post(Func{DateTimeOffset, Event})"/>
    public void Post(Func<DateTimeOffset, Event> happening) => Started(distributor).Post(happening);

    /// <summary>Says that something has happened, and returns when that is on the disk.</summary>
    /// <exception cref="OperationCanceledException">It may or may not have been said.</exception>
    public async Task PostDurably(Func<DateTimeOffset, Event> happening, CancellationToken cancellation)
    {
        var said = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(at =>
        {
            said.TrySetResult(Current.Number + 1);
            return happening(at);
        });
        var number = await said.Task.WaitAsync(cancellation).ConfigureAwait(false);
        await Journal.Durable.FirstAsync(durable => durable >= number).ToTask(cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Says what has happened, judged in its own turn by the state it meets there. Returns when what follows has been decided, so that
    /// whoever looks next sees it: the call center right after it, or null when the service stopped before.
    /// </summary>
    public async Task<CallCenter?> PostDecided(Func<DateTimeOffset, CallCenter, Event> happening)
    {
        var before = long.MaxValue;
        // The continuation must not run on the thread that decides: it would hold up the call center.
        var decided = new TaskCompletionSource<CallCenter?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = States.Where(state => state.Number > before).Take(1).Subscribe(after => decided.TrySetResult(after), () => decided.TrySetResult(null));
        Post(at =>
        {
            var state = Current;
            var happened = happening(at, state);
            before = state.Number;
            return happened;
        });
        return await decided.Task.ConfigureAwait(false);
    }

    /// <summary>Puts into the audit trail what was changed and is kept elsewhere; nothing when the service stops.</summary>
    public Task Audit(AuditedAct act, string detail, string by) => PostDecided((at, _) => new Event.Administered(at, act, detail, by));

    /// <inheritdoc cref="ICallbacks.Ask"/>
    public IObservable<CallbackReply> Ask(CallbackWish wish) => Started(distributor).Ask(wish);

    public HistoryStore History => Started(history);

    public MessageStore Messages => Started(messages);

    public RecordingStore Recordings => Started(recordings);

    public ReviewStore Reviews => Started(reviews);

    public JournalStore Journal => Started(journal);

    /// <summary>What the call center was at hours gone by.</summary>
    public PastStates Past { get; } = new(options);

    /// <summary>What keeps the call center from remembering what happens, or null when all is well.</summary>
    public string? StorageTrouble => journal is null ? "Not started yet." : journal.Trouble ?? history?.Trouble ?? recordings?.Trouble ?? messages?.Trouble;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var log = loggers.CreateLogger("Web3Tel.Storage");
        journal = await JournalStore.Open(options, log).ConfigureAwait(false);
        history = await HistoryStore.Open(options, log).ConfigureAwait(false);
        messages = await MessageStore.Open(options, folder, log).ConfigureAwait(false);
        recordings = RecordingStore.Open(options, log);
        reviews = ReviewStore.Open(options, log);
        var states = new StateFile(options, log);
        snapshots = new Snapshots(states, Past, journal, history, recordings, log);
        var restored = await new Recovery(states, journal, history, recordings, log).Restore().ConfigureAwait(false);

        settings.Change(await configurations.Begin(restored.Configuration.Version, Configure).ConfigureAwait(false));
        scenarios.Shelf.Change(settings.Value.Scenarios);
        await byHand.Begin(configurations.Versions).ConfigureAwait(false);
        await brought.Begin(configurations.Versions).ConfigureAwait(false);

        var calls = new CallLog(loggers.CreateLogger("Web3Tel.Calls"));
        distributor = new Distributor(@switch, new LoggedJournal(journal, calls), new LoggedHistory(new RecordedHistory(history, recordings), calls), scheduler, speaker, prompter);
        running.Add(distributor.Faults.Subscribe(fault => Log.Fault(logger, fault)));
        running.Add(RepairLog.Follow(restored, distributor.States, logger).Subscribe());
        running.Add(snapshots.Keep(distributor.States, scheduler).Subscribe());
        running.Add(distributor);
        var phone = new ServicePhone(distributor, () => settings.Value.Phone, refused => Log.PinRefused(logger, refused.Phone, refused.Agent ?? "nobody known", refused.IsLocked));
        running.Add(settings.Changes.Select(set => (set.Phone.Menu, set.Phone.Language)).DistinctUntilChanged()
            .ObserveOn(StorageThread.Observers).Select(_ => phone.Prepare()).Switch().Subscribe());
        running.Add(settings.Changes.Where(set => set.CallCenter.LineOut is not null).Select(set => set.CallCenter.Outgoing.Language).DistinctUntilChanged()
            .ObserveOn(StorageThread.Observers).Select(phone.PrepareOutgoing).Switch().Subscribe());
        var parts = Scenarios(distributor, messages);
        distributor.Start(
            restored, Guid.NewGuid(), settings.Value.CallCenter, Reception(distributor, messages, parts), ServiceSteps.All(steps, messages, () => settings.Value, parts), phone.FlowOf, () => settings.Value.Phone);
        await new UntoldChanges(this, history, configurations.Versions).Tell(scenarios.All.Values).ConfigureAwait(false);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Before anything else stops, so that what the end of our connections looks like is not taken for something that happened to calls.
    /// They go on in the switch. When it returns, what happened so far is on the disk.
    /// </summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        running.Dispose();
        if (snapshots is { } keeper && distributor is { } center)
        {
            await TryWrite(keeper, center.Current, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // The container disposes of us as what we are and as a hosted service.
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        running.Dispose();
        await Close(messages).ConfigureAwait(false);
        await Close(reviews).ConfigureAwait(false);
        await Close(recordings).ConfigureAwait(false);
        await Close(history).ConfigureAwait(false);
        await Close(journal).ConfigureAwait(false);
    }

    async Task TryWrite(Snapshots keeper, CallCenter state, CancellationToken cancellationToken)
    {
        try
        {
            await keeper.Write(state).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || Damage.IsTroubleOfTheDisk(e))
        {
            Log.StateNotWritten(logger, e);
        }
    }

    async Task Close(IAsyncDisposable? store)
    {
        if (store is null)
        {
            return;
        }

        try
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.StoppedWithoutDisk(logger, journal?.Last ?? 0, e);
        }
    }

    static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("The call center has not started yet.");

    /// <summary>At the same moment for the call center and for whoever else asks: nobody is sent to a queue that is not there yet, or no more.</summary>
    Task Configure(ServiceSettings changed) => PostDecided((at, _) =>
    {
        settings.Change(changed);
        scenarios.Shelf.Change(changed.Scenarios);
        return new Event.Configured(at, changed.CallCenter);
    });

    ScenarioParts Scenarios(Distributor center, MessageStore left) =>
        new(scenarios.Shelf, call => settings.Value.ScenarioLineOf(call))
        {
            ByHand = byHand.Find,
            Lists = () => settings.Value.Callers,
            Messages = left,
            Voicemail = () => settings.Value.Voicemail,
            Information = information.Reader,
            Callback = (queue, language, priority, skills, otherwise) => call =>
                CallbackFlow.Offer(center, center, queue, settings.Value.Callback with { Language = language }, priority, skills, otherwise)(call),
        };

    /// <summary>By what is set when the call comes.</summary>
    Flow<Unit> Reception(Distributor center, MessageStore left, ScenarioParts parts) => call => Observable.Defer(() =>
    {
        var set = settings.Value;
        return Screening.Flow(set.Callers, VoicemailFlow.TakeUp(center, left, set.Voicemail, Web3Tel.Flows.Reception.AfterNotice(center, one => Welcome(set, center, left, parts, one.Info)(one))))(call);
    });

    Flow<Unit> Welcome(ServiceSettings set, Distributor center, MessageStore left, ScenarioParts parts, CallInfo call) =>
        set.LineOf(call.Dialled)?.Scenario is { } scenario ? ScenarioFlow.Of(center, parts, scenario)
        : set.VoicemailLines.TryGetValue(call.Dialled, out var mailbox)
            ? VoicemailFlow.Leave(center, left, mailbox, set.Voicemail)
            : Web3Tel.Flows.Reception.Flow(
                center, set.Greeting, () => settings.Value.QueueFor(call.Dialled), set.PriorityOf(call.Dialled, call.Number), set.LineOf(call.Dialled)?.Demand);
}

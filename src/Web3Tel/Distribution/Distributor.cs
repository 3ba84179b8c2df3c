using System.Diagnostics;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Phones;
using Web3Tel.Prompts;
using Web3Tel.Speech;

namespace Web3Tel.Distribution;

/// <summary>
/// The call center at work: takes what happens, one event after another, through the <see cref="Engine"/>,
/// into the journal, and carries out what the engine decides.
/// </summary>
/// <remarks>Thread-safe. Works on the threads of those who bring the events, and on the scheduler for timers.</remarks>
public sealed class Distributor : ICallbacks, IDisposable
{
    static readonly PhoneSettings NoPhones = new();

    readonly ISwitch _switch;
    readonly IJournal _journal;
    readonly IHistory _history;
    readonly IScheduler _scheduler;
    readonly Serializer _serializer;
    readonly BehaviorSubject<CallCenter> _states = new(CallCenter.Empty);
    readonly Subject<Exception> _faults = new();
    readonly CompositeDisposable _inputs = [];
    readonly ServiceCalls _serviceCalls;
    readonly DurableWishes _wishes;
    NamedSteps _steps = NamedSteps.None;
    int _started;
    Performer? _performer;
    volatile CallCenter _current = CallCenter.Empty;

    /// <param name="speaker">The voice of announcements; none by default: then nothing is spoken.</param>
    /// <param name="prompter">Plays prompts by name; there are none by default, and what cannot be played is told nobody.</param>
    public Distributor(ISwitch @switch, IJournal journal, IHistory history, IScheduler scheduler, ISpeaker? speaker = null, Prompter? prompter = null)
    {
        Speaker = speaker ?? new Speechless();
        Prompter = prompter ?? new Prompter(new NoPrompts(), Speaker, (_, _) => { });
        _switch = new PromptedSwitch(@switch, Prompter);
        _journal = journal;
        _history = history;
        _scheduler = scheduler;
        _serializer = new Serializer(_faults.OnNext);
        _serviceCalls = new ServiceCalls(error => _serializer.Post(() => _faults.OnNext(error)));
        Notices = new RecordingNotices(() => _current, Post);
        _wishes = new DurableWishes(journal, scheduler, _serializer, () => _current, Handle);
    }

    /// <summary>The call center now.</summary>
    public CallCenter Current => _current;

    /// <summary>The call center now and after each event. Sample it before doing anything slow.</summary>
    public IObservable<CallCenter> States => _states.AsObservable();

    /// <summary>What should not have happened: errors of subscribers, journal or engine. The call center goes on.</summary>
    public IObservable<Exception> Faults => _faults.AsObservable();

    /// <summary>The clock events are stamped by.</summary>
    public DateTimeOffset Now => _scheduler.Now;

    internal ISpeaker Speaker { get; }

    internal Prompter Prompter { get; }

    internal RecordingNotices Notices { get; }

    internal IScheduler Scheduler => _scheduler;

    /// <summary>Says that something has happened. Returns when it, and what follows from it, has been decided, or is about to be on another thread.</summary>
    public void Post(Event happened) => _serializer.Post(() => Handle(happened));

    /// <summary>
    /// The same, stamped when its turn comes: two who say something at the same moment from two threads are then in the order of their times.
    /// </summary>
    public void Post(Func<DateTimeOffset, Event> happening) => _serializer.Post(() => Handle(happening(Now)));

    /// <summary>Cold: gives a command to an agent in its turn; says that it was obeyed, by null, or why not.</summary>
    public IObservable<string?> Obey(Func<DateTimeOffset, Event.IAgentCommand> command) => InTurn(command, AgentCommand.Refusal);

    /// <inheritdoc/>
    public IObservable<CallbackReply> Ask(CallbackWish wish) => _wishes.Ask(wish);

    /// <summary>Cold: a customer need not be called back; says that it was obeyed, by null, or why not.</summary>
    /// <param name="call">The callback, as <see cref="PendingCallback.Call"/> names it.</param>
    /// <param name="by">Who says so, for the audit trail; null for nobody in particular.</param>
    public IObservable<string?> CancelCallback(CallRef call, string? by) =>
        InTurn(at => new Event.CallbackCancelled(at, call, CallbackEnd.Cancelled, by), CallbackVerdict.Refusal);

    /// <summary>Where the caller is now and from now on; completes when we have no more to do with the call.</summary>
    public IObservable<CallerState> Watch(CallRef call) => Observable.Create<CallerState>(observer =>
    {
        var watching = new SingleAssignmentDisposable();
        _serializer.Post(() =>
        {
            if (_performer is { } performer && _current.Callers.GetValueOrDefault(call) is { } caller)
            {
                watching.Disposable = performer.Watch(call, caller.State, observer);
            }
            else
            {
                observer.OnCompleted();
            }
        });
        return watching;
    });

    /// <summary>The same, said in the call center's own turn: between two steps, when nothing is being decided.</summary>
    internal IObservable<T> InTurn<T>(IObservable<T> source) => Observable.Create<T>(observer => source.Subscribe(
        value => _serializer.Post(() => observer.OnNext(value)),
        error => _serializer.Post(() => observer.OnError(error)),
        () => _serializer.Post(observer.OnCompleted)));

    /// <summary>Starts the call center: from here on it listens to the switch. Once.</summary>
    /// <param name="restored">What it was, from snapshot and journal; <see cref="CallCenter.Empty"/> for the first start.</param>
    /// <param name="instance">Unique to this life of the service.</param>
    /// <param name="reception">The flow each caller goes through, one who comes back included.</param>
    /// <param name="steps">Flows that queues may send callers to; none by default.</param>
    /// <param name="service">The flow of a call that is no caller's, such as an operator's to a service number, or null for a caller; null: all are callers.</param>
    /// <param name="phones">Keys that operators press in conversations, asked at each; none by default.</param>
    /// <exception cref="InvalidOperationException">It has been started before.</exception>
    public void Start(
        CallCenter restored,
        Guid instance,
        Configuration configuration,
        Flow<Unit> reception,
        NamedSteps? steps = null,
        Func<CallInfo, Flow<Unit>?>? service = null,
        Func<PhoneSettings>? phones = null)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
        {
            throw new InvalidOperationException("A distributor starts once: make another one.");
        }

        _serializer.Post(() =>
        {
            _steps = steps ?? NamedSteps.None;
            _performer = new Performer(_switch, _history, _scheduler, _serializer, reception, name => _steps.Find(name, this), Speaker, Notices, new TelephoneKeys(phones ?? (() => NoPhones), () => _current), Handle);
            _current = restored;
            Handle(new Event.ServiceStarted(Now, instance));
            Handle(new Event.Configured(Now, configuration));
            _inputs.Add(_switch.Nodes.Subscribe(state => Post(at => ToEvent(state, at)), _faults.OnNext));
            _inputs.Add(_switch.Devices.Subscribe(change => _serializer.Post(() => Change(change)), _faults.OnNext));
            _inputs.Add(_switch.PhoneUses.Subscribe(use => _serializer.Post(() => Change(use)), _faults.OnNext));
            _inputs.Add(_switch.Calls.Subscribe(call => _serializer.Post(() => Receive(call, service)), _faults.OnNext));
        });
    }

    /// <summary>Stops deciding. Calls live on in the switch; what rings stops ringing.</summary>
    public void Dispose()
    {
        _inputs.Dispose();
        _serviceCalls.Dispose();
        _serializer.Post(() =>
        {
            _performer?.Dispose();
            _performer = null;
            _states.OnCompleted();
            _faults.OnCompleted();
        });
    }

    IObservable<string?> InTurn<T>(Func<DateTimeOffset, T> command, Func<CallCenter, T, string?> refusal)
        where T : notnull => Observable.Create<string?>(observer =>
    {
        _serializer.Post(() =>
        {
            var happening = command(Now);
            var why = refusal(_current, happening);
            Handle((Event)(object)happening);
            observer.OnNext(why);
            observer.OnCompleted();
        });
        return Disposable.Empty;
    });

    void Handle(Event happened)
    {
        if (_performer is not { } performer)
        {
            return;
        }

        if (happened is Event.Configured configured)
        {
            happened = configured with { Configuration = configured.Configuration with { Steps = _steps.Names } };
        }

        var (next, effects) = Engine.Step(_current, happened);
        _current = next;
        _journal.Append(new JournalEntry(next.Number, JournalEntry.CurrentVersion, happened));
        foreach (var effect in effects)
        {
            performer.Perform(effect);
        }

        _states.OnNext(next);
    }

    void Receive(ICall call, Func<CallInfo, Flow<Unit>?>? service)
    {
        if (service?.Invoke(call.Info) is { } flow)
        {
            _serviceCalls.Run(call, flow);
        }
        else if (ServicePhone.OutgoingOf(call.Info) is var (phone, number) && OwnerOf(phone) is { } owner)
        {
            _performer?.Receive(call, owner.Id, number);
        }
        else
        {
            _performer?.Receive(call);
        }
    }

    void Change(DeviceChange change)
    {
        foreach (var agent in _current.Agents.Values)
        {
            if (agent.Settings.Destination == change.Destination && (agent.Device != change.State || agent.IsFoundBy(change.State)))
            {
                Handle(new Event.DeviceChanged(Now, agent.Id, change.State));
            }
        }
    }

    void Change(PhoneUse use)
    {
        foreach (var agent in _current.Agents.Values)
        {
            if (agent.Settings.Destination == use.Destination)
            {
                Handle(use.InUse ? new Event.OutsideCallBegan(Now, agent.Id, use.Node) : new Event.OutsideCallEnded(Now, agent.Id, use.Node));
            }
        }
    }

    /// <summary>Has sentences made that are heard sooner or later, so that nobody waits for them then.</summary>
    internal IObservable<Unit> Prepare(IEnumerable<string> sentences, Language language) =>
        sentences.Select(text => Speaker.Say(text, language)).Concat().IgnoreElements().Select(_ => Unit.Default);

    /// <summary>A telephone that several share says of nobody who is calling.</summary>
    internal Agent? OwnerOf(string phone) =>
        _current.Agents.Values.Where(agent => agent.Settings.Destination == $"user/{phone}").Take(2).ToArray() is [var owner] ? owner : null;

    static Event ToEvent(NodeState state, DateTimeOffset at) => state switch
    {
        NodeState.Up up => new Event.NodeSurveyed(at, up.Node, up.Calls) { PhonesInUse = up.PhonesInUse },
        NodeState.Down down => new Event.NodeLost(at, down.Node, down.Why),
        _ => throw new UnreachableException($"No event for {state.GetType().Name}."),
    };
}

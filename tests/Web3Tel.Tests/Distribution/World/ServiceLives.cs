using System.Reactive.Concurrency;
using Web3Tel.Callbacks;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Scenarios;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>The service of a world, one life after another: killed, it comes back with what was on the disk.</summary>
sealed class ServiceLives(HistoricalScheduler clock, Habits habits, Faults faults, Exchange exchange, Laws laws)
{
    readonly List<JournalEntry> _past = [];
    MemoryJournal _journal = NewJournal(clock, faults);
    Snapshot? _snapshot;
    Distributor? _service;
    Line? _line;

    /// <summary>Called after each step, with the state before it; the first of a life is told with an empty one.</summary>
    public Action<CallCenter, CallCenter> Stepped { get; set; } = (_, _) => { };

    public Configuration Configuration { get; private set; } = Staffing.ByChance(habits, faults) with { Version = 1, By = "world" };

    public MemoryHistory History { get; } = new();

    /// <summary>What happened in the life of the service that runs now.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal.Entries;

    /// <summary>What happened in all lives, as far as it was on the disk when they ended.</summary>
    public IEnumerable<JournalEntry> WholeJournal => _past.Concat(_journal.Entries);

    /// <summary>What was written of conversations, and obeyed.</summary>
    public List<Event.NoteTaken> Noted { get; } = [];

    /// <summary>Ids of consultations that have begun.</summary>
    public HashSet<string> Consultations { get; } = [];

    /// <summary>Calls that must stand in the history in the end.</summary>
    public HashSet<string> Arrived { get; } = [];

    public int Restarts { get; private set; }

    public bool IsAlive => exchange.Service is not null;

    /// <summary>How the service that runs now, or ran last, reaches the exchange.</summary>
    public Line Line => _line!;

    public CallCenter Current => _service!.Current;

    public void Post(Event happened) => _service!.Post(happened);

    public void Start(CallCenter restored)
    {
        _line = new Line(exchange);
        var service = _service = new Distributor(_line, _journal, History, clock);
        service.Faults.Subscribe(fault => laws.Broken(fault.ToString()));
        var before = CallCenter.Empty;
        service.States.Subscribe(state =>
        {
            Stepped(before, state);
            Consultations.UnionWith(state.Guests.Values.Where(guest => guest.State == GuestState.Consulting).Select(guest => guest.Leg.Id));
            Arrived.UnionWith(state.OutgoingCalls.Values.Select(call => call.Call.Id));
            // Who was called and transferred is a caller, too, though the reception may never see them.
            Arrived.UnionWith(laws.Roll.Of(state).Where(caller => caller.Direction == CallDirection.Outgoing).Select(caller => caller.Call.Id));
            before = state;
        });
        var scenarios = ScenarioCallers.Parts();
        service.Start(restored, habits.Id(), Configuration, arrived =>
        {
            Arrived.Add(arrived.Info.Ref.Id);
            var number = arrived.Info.Number;
            return Reception.AfterNotice(service, call => faults.Scenarios && ScenarioCallers.Is(number)
                ? ScenarioFlow.Of(service, scenarios, ScenarioCallers.ScenarioOf(number))(call)
                : Reception.Flow(service, "greeting.wav", CallerNumbers.QueueOf(number), CallerNumbers.PriorityOf(number), CallerNumbers.SkillsOf(number))(call))(arrived);
        }, NamedFlows.All.Add(ScenarioFlow.Steps(scenarios)));
        exchange.Service = _line;
        _line.Up();
    }

    public void Kill()
    {
        if (!IsAlive)
        {
            return;
        }

        exchange.Forsake();
        var live = Current;
        _service!.Dispose();
        laws.ReplayEqualsLive(_snapshot, _journal.Entries, live);
        var durable = _journal.Entries.Where(entry => clock.Now - entry.Event.At >= faults.JournalLag);
        var known = faults.JournalLag == TimeSpan.Zero ? live : Replay.State(_snapshot, durable);
        // Whose arrival was not written down, and who is gone before the service is back, nobody can know of.
        Arrived.IntersectWith([.. known.Callers.Keys.Select(call => call.Id), .. known.OutgoingCalls.Values.Select(call => call.Call.Id), .. History.Puts.Select(entry => entry.Id)]);
        _snapshot = OnDisk.Read(OnDisk.Json(known));
        _past.AddRange(_journal.Entries.TakeWhile(entry => entry.Number <= known.Number));
        _journal = NewJournal(clock, faults);
        Restarts++;
        clock.Schedule(habits.Between(0.5, 8), () => Start(_snapshot.Restore()));
    }

    public IObservable<CallbackReply> Ask(CallbackWish wish) => _service!.Ask(wish);

    public void Reconfigure()
    {
        Configuration = Staffing.ByChance(habits, faults) with { Version = Configuration.Version + 1, By = "world" };
        if (IsAlive)
        {
            Post(new Event.Configured(clock.Now, Configuration));
        }
    }

    static MemoryJournal NewJournal(HistoricalScheduler clock, Faults faults) => new()
    {
        Writing = write =>
        {
            if (faults.JournalLag == TimeSpan.Zero)
            {
                write();
            }
            else
            {
                clock.Schedule(faults.JournalLag, write);
            }
        },
    };

    /// <summary>When all is over: what must hold of the last life, and of all of them together.</summary>
    /// <param name="promised">Ids of callbacks that were accepted.</param>
    public void Judge(IEnumerable<string> promised)
    {
        laws.ReplayEqualsLive(_snapshot, _journal.Entries, Current);
        // What the journal has lost nobody knows: of those whom an agent had called the recording has its name from the beginning.
        laws.TalksAreRecorded(History.Puts.Where(entry => faults.JournalLag == TimeSpan.Zero || entry.IsByOperator));
        if (faults.JournalLag == TimeSpan.Zero)
        {
            laws.ConsultationsAreKept(Consultations, History.Puts);
        }

        laws.NoticesComeFirst(History.Puts);
        laws.EachPromiseIsKept(promised, History.Puts);
        new SurveyLaws(laws).EachMarkIsKept(WholeJournal.Select(entry => entry.Event).OfType<Event.Rated>(), History.Puts, isWhole: faults.JournalLag == TimeSpan.Zero);
        new NoteLaws(laws).EachNoteIsKept(Noted, History.Puts, isWhole: faults.JournalLag == TimeSpan.Zero);
        laws.EachCaller(Arrived, History.Puts, once: faults.JournalLag == TimeSpan.Zero);
    }
}

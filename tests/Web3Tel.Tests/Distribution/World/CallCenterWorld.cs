using System.Reactive.Concurrency;
using System.Text.Json;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Callers, agents, an exchange and a service that is killed now and then: a day in a second, the same for the same seed.</summary>
sealed class CallCenterWorld
{
    static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    readonly HistoricalScheduler _clock = new(Morning);
    readonly Habits _habits;
    readonly Faults _faults;
    readonly MemoryHistory _history = new();
    MemoryJournal _journal = new();
    Snapshot? _snapshot;
    Distributor? _service;
    Line? _line;
    Configuration _configuration;
    readonly Dictionary<string, List<Channel>> _calls = [];
    int _toCome;

    public CallCenterWorld(int seed, Faults faults, int calls)
    {
        _habits = new Habits(new Random(seed));
        _configuration = Staffing.ByChance(_habits);
        _faults = faults;
        _toCome = calls;
        Exchange = new Exchange(_clock, _habits, faults);
        Laws = new Laws(Exchange);
        if (faults.JournalLag == TimeSpan.Zero)
        {
            Exchange.Ringing = Laws.OneCallPerAgent;
        }

        Exchange.Bridging = (caller, _) =>
        {
            Laws.FirstComeFirstServed(caller);
            Laws.PlaceByPriority(caller, PriorityOf(caller.Info.Number) ?? TimeSpan.Zero, _calls[caller.Info.Number]);
            Laws.RestartKeepsTheOrder(caller, _line!.UpSince, _configuration.ReturnTime, joiningsLost: faults.JournalLag > TimeSpan.Zero);
            Bridges++;
        };
    }

    public Exchange Exchange { get; }

    public Laws Laws { get; }

    public MemoryHistory History => _history;

    /// <summary>What happened in the life of the service that runs now.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal.Entries;

    public HashSet<string> Arrived { get; } = [];

    public int Restarts { get; private set; }

    public int Bridges { get; private set; }

    /// <summary>Steps after which several phones rang beside those of the callers themselves.</summary>
    public int RingingAlong { get; private set; }

    /// <summary>Commands to operators that were obeyed.</summary>
    public int Commands { get; private set; }

    public long Events { get; private set; }

    public CallCenter End => _service!.Current;

    public void Run()
    {
        StartService(CallCenter.Empty);
        _clock.Schedule(TimeSpan.Zero, NextCall);
        Every(_faults.ConnectionLostEvery, LoseAConnection);
        Every(_faults.NodeDownEvery, LoseTheNode);
        Every(_faults.ServiceKilledEvery, KillTheService);
        Every(_faults.NonsenseEvery, TalkNonsense);
        Every(_faults.ReconfiguredEvery, Reconfigure);
        Every(_faults.CommandEvery, Command);
        Every(_faults.DeviceEvery, ChangeADevice);
        _clock.Start();
        Laws.ReplayEqualsLive(_snapshot, _journal.Entries, End);
        Laws.EachCaller(Arrived, _history.Puts, once: _faults.JournalLag == TimeSpan.Zero);
        Laws.NobodyIsStuck(End);
    }

    void NextCall()
    {
        if (_toCome-- <= 0)
        {
            return;
        }

        var number = "+7916" + _toCome.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);
        Rings(number);
        _clock.Schedule(_habits.About(4), NextCall);
    }

    void Rings(string number)
    {
        var caller = Exchange.Call(number);
        if (!_calls.TryGetValue(number, out var calls))
        {
            _calls[number] = calls = [];
        }

        calls.Add(caller);
        Exchange.After(_habits.About(120), () =>
        {
            if (Exchange.HangUpUnlessTalking(caller) && _habits.Chance(0.3))
            {
                // Thought better of it.
                _clock.Schedule(_habits.Between(1, 60), () => Rings(number));
            }
        });
    }

    /// <summary>Every seventh number comes first, every eleventh can wait.</summary>
    static TimeSpan? PriorityOf(string number) => int.Parse(number[^4..]) switch
    {
        var n when n % 7 == 0 => TimeSpan.FromSeconds(60),
        var n when n % 11 == 0 => TimeSpan.FromSeconds(-20),
        _ => null,
    };

    void StartService(CallCenter restored)
    {
        _line = new Line(Exchange);
        var service = _service = new Distributor(_line, _journal, _history, _clock);
        service.Faults.Subscribe(fault => Laws.Broken(fault.ToString()));
        var before = CallCenter.Empty;
        service.States.Subscribe(state =>
        {
            Events++;
            Laws.LowerLevelsFirst(before, state);
            Laws.SeveralPhonesRing(before, state);
            RingingAlong += state.Queues.Values.Any(queue => queue.Along.Count > 1) ? 1 : 0;
            before = state;
            Laws.NobodyWaitsInVain(state);
            Laws.PartiesAgree(state);
            Laws.WhoIsAtWorkIsKnown(state);
        });
        service.Start(restored, _habits.Id(), _configuration, call =>
        {
            Arrived.Add(call.Info.Ref.Id);
            return Reception.Flow(service, "greeting.wav", int.Parse(call.Info.Number[^1..]) % 3 == 0 ? "service" : "sales", PriorityOf(call.Info.Number))(call);
        });
        Exchange.Service = _line;
        _line.Up();
    }

    void KillTheService()
    {
        if (Exchange.Service is null)
        {
            return;
        }

        Exchange.Forsake();
        var live = _service!.Current;
        _service.Dispose();
        Laws.ReplayEqualsLive(_snapshot, _journal.Entries, live);
        var durable = _journal.Entries.Where(entry => _clock.Now - entry.Event.At >= _faults.JournalLag);
        var known = _faults.JournalLag == TimeSpan.Zero ? live : Replay.State(_snapshot, durable);
        // Whose arrival was not written down, and who is gone before the service is back, nobody can know of.
        Arrived.IntersectWith([.. known.Callers.Keys.Select(call => call.Id), .. _history.Puts.Select(entry => entry.Id)]);
        _snapshot = JsonSerializer.Deserialize(Laws.Json(known), JournalJson.Default.Snapshot)!;
        _journal = new MemoryJournal();
        Restarts++;
        _clock.Schedule(_habits.Between(0.5, 8), () => StartService(_snapshot.Restore()));
    }

    void Reconfigure()
    {
        _configuration = Staffing.ByChance(_habits);
        if (Exchange.Service is not null)
        {
            _service!.Post(new Event.Configured(_clock.Now, _configuration));
        }
    }

    void LoseTheNode()
    {
        if (_line is { IsCut: false, IsUp: true } line)
        {
            line.Down(Exchange.Alive);
            _clock.Schedule(_habits.Between(3, 15), () =>
            {
                if (!line.IsCut)
                {
                    line.Up();
                }
            });
        }
    }

    void LoseAConnection()
    {
        var callers = Exchange.Alive.Where(channel => channel.Connection is not null).ToArray();
        if (callers.Length > 0)
        {
            Exchange.LoseConnection(_habits.One(callers), _habits.Between(0.1, 8));
        }
    }

    /// <summary>An operator, or a supervisor, wants something; what makes no sense must change nothing but the count of it.</summary>
    void Command()
    {
        if (Exchange.Service is null)
        {
            return;
        }

        var command = _habits.Command(_habits.One([.. _service!.Current.Agents.Keys]), _clock.Now);
        var before = _service.Current;
        var refused = AgentCommand.Refusal(before, command) is not null;
        _service.Post((Event)command);
        Commands += refused ? 0 : 1;
        if (refused && Laws.Json(before) != Laws.Json(_service.Current with { Number = before.Number, Ignored = before.Ignored }))
        {
            Laws.Broken($"{command} was refused and changed the state");
        }
    }

    /// <summary>A phone comes or goes; more come, so that calls are served.</summary>
    void ChangeADevice()
    {
        if (Exchange.Service is not null)
        {
            var agent = _habits.One([.. _service!.Current.Agents.Keys]);
            _service.Post(new Event.DeviceChanged(_clock.Now, agent, _habits.Chance(0.3) ? DeviceState.Unregistered : DeviceState.Registered));
        }
    }

    /// <summary>Says something again that was said before and is of no consequence any more.</summary>
    void TalkNonsense()
    {
        if (_journal.Entries.Count == 0 || Exchange.Service is null)
        {
            return;
        }

        var said = _habits.One(_journal.Entries).Event;
        if (!Nonsense.Is(said, _service!.Current))
        {
            return;
        }

        var before = _service.Current;
        _service.Post(said with { At = _clock.Now });
        var after = _service.Current;
        if (Laws.Json(before) != Laws.Json(after with { Number = before.Number, Ignored = before.Ignored }))
        {
            Laws.Broken($"{said} changed the state");
        }
    }

    void Every(TimeSpan? time, Action action)
    {
        if (time is { } period)
        {
            _clock.Schedule(_habits.About(period.TotalSeconds), () =>
            {
                if (_toCome > 0)
                {
                    action();
                    Every(time, action);
                }
            });
        }
    }
}

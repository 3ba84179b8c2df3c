using System.Reactive.Concurrency;
using System.Text.Json;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Journal;
using Web3Tel.Skills;
using Web3Tel.Voicemail;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Callers, agents, an exchange and a service that is killed now and then: a day in a second, the same for the same seed.</summary>
sealed class CallCenterWorld
{
    static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Of one number.</summary>
    const int MostCalls = 4;

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
        _faults = faults;
        _configuration = Staffing.ByChance(_habits, faults);
        _toCome = calls;
        Exchange = new Exchange(_clock, _habits, faults);
        Laws = new Laws(Exchange);
        Matching = new MatchingLaws(Laws);
        Exchange.Ringing = phone =>
        {
            Laws.NobodyIsDisturbed(phone, _service!.Current);
            if (faults.JournalLag == TimeSpan.Zero)
            {
                Laws.OneCallPerAgent(phone);
            }
        };

        Exchange.Bridging = (caller, leg) =>
        {
            Bridges++;
            if (faults.JournalLag == TimeSpan.Zero)
            {
                Laws.OneConversationPerAgent(leg);
            }

            if (!leg.ServesQueue)
            {
                return;
            }

            bool MayHave(Channel other) => !IsElsewhere(other) && Matches.May(_service!.Current, leg.Info.Variables[CallVariables.Agent], other);
            Laws.FirstComeFirstServed(caller, MayHave);
            if (!caller.WasMoved)
            {
                Laws.PlaceByPriority(caller, PriorityOf(caller.Info.Number) ?? TimeSpan.Zero, _calls[caller.Info.Number]);
            }

            Laws.RestartKeepsTheOrder(caller, _line!.UpSince, _configuration.ReturnTime, joiningsLost: faults.JournalLag > TimeSpan.Zero, MayHave);
            // Transfers and holds join a caller with agents again and again: whoever rang for each of them would ring for ever.
            if (_calls[caller.Info.Number].Count < MostCalls && _habits.Chance(0.4))
            {
                // One thing more.
                _clock.Schedule(_habits.About(200), () => Rings(caller.Info.Number));
            }
        };
    }

    public Exchange Exchange { get; }

    public Laws Laws { get; }

    public MatchingLaws Matching { get; }

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

    /// <summary>Commands to conversations and to those who wait that were obeyed, by kind.</summary>
    public Dictionary<string, int> Talks { get; } = [];

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
        Every(_faults.NonsenseEvery, LeaveAMessage);
        Every(_faults.ReconfiguredEvery, Reconfigure);
        Every(_faults.CommandEvery, Command);
        Every(_faults.DeviceEvery, ChangeADevice);
        Every(_faults.TalkCommandEvery, CommandATalk);
        Every(_faults.KeyEvery, PressAKey);
        Every(_faults.OutsideCallEvery, () => Exchange.CallOutside($"user/{_habits.From(1001, 1012)}", _habits.About(20)));
        _clock.Start();
        Laws.ReplayEqualsLive(_snapshot, _journal.Entries, End);
        Laws.EachCaller(Arrived, _history.Puts, once: _faults.JournalLag == TimeSpan.Zero);
        Laws.NobodyIsStuck(End);
        Laws.NobodyIsLeftBehind();
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

    /// <summary>Every fifth number asks for a language, some of them for more, and others prefer it.</summary>
    static SkillDemand? SkillsOf(string number) => int.Parse(number[^4..]) switch
    {
        var n when n % 15 == 0 => new SkillDemand(SkillSet.FromText("en:2"), SkillSet.FromText("billing:1")),
        var n when n % 5 == 0 => new SkillDemand(SkillSet.FromText("en:1"), SkillSet.None),
        var n when n % 8 == 0 => new SkillDemand(SkillSet.None, SkillSet.FromText("billing:1")),
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
            Matching.OffersFit(before, state);
            Matching.LimitsHoldTheirTime(state, _clock.Now, SkillsOf);
            Matching.ViewsAgree(state);
            Laws.SeveralPhonesRing(before, state);
            RingingAlong += state.Queues.Values.Any(queue => queue.Along.Count > 1) ? 1 : 0;
            before = state;
            Laws.NobodyWaitsInVain(state);
            Laws.PartiesAgree(state);
            Laws.WhoIsAtWorkIsKnown(state);
            if (state.Nodes.Contains(Exchange.Node))
            {
                Laws.OutsideCallsAreKnown(state);
            }
        });
        service.Start(restored, _habits.Id(), _configuration, call =>
        {
            Arrived.Add(call.Info.Ref.Id);
            return Reception.Flow(service, "greeting.wav", int.Parse(call.Info.Number[^1..]) % 3 == 0 ? "service" : "sales", PriorityOf(call.Info.Number), SkillsOf(call.Info.Number))(call);
        }, NamedFlows.All);
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
        _configuration = Staffing.ByChance(_habits, _faults);
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
        if (refused && !Laws.AreSame(before, _service.Current with { Number = before.Number, Ignored = before.Ignored }))
        {
            Laws.Broken($"{command} was refused and changed the state");
        }
    }

    /// <summary>Whether the service knows of a caller, who may look like one who waits, that this is not so.</summary>
    bool IsElsewhere(Channel channel) => _service!.Current.Callers.GetValueOrDefault(channel.Ref) is { } caller
        && (caller.State is CallerState.Talking or CallerState.Transferring or CallerState.Outside or CallerState.SentOn or CallerState.Leaving
            || ((channel.EverTalked || caller.StepsTaken > 0) && IsOnTheWayToAnotherPlace(caller, channel)));

    /// <summary>Comes to a queue from a conversation or a step, and is still in the dialplan, or the call itself does not remember the new place yet.</summary>
    static bool IsOnTheWayToAnotherPlace(Caller caller, Channel channel) => caller.Away is not null || caller.Queue != channel.Queue || caller.Joined != channel.Joined;

    /// <summary>Somebody wants something of a conversation, or of a caller who waits.</summary>
    void CommandATalk()
    {
        if (Exchange.Service is null || _service!.Current is not { Callers.IsEmpty: false } before)
        {
            return;
        }

        // Where more has begun already more can be asked.
        var callers = before.Callers.Values.OrderBy(caller => caller.Sequence).ToArray();
        var busy = callers.Where(caller => caller.Guest is not null || caller.State is CallerState.Talking).ToArray();
        var call = _habits.One(busy.Length > 0 && _habits.Chance(0.7) ? busy : callers).Call;
        var consults = before.Guests.Values.Any(guest => guest.Call == call && guest.State == GuestState.Consulting);
        var command = _habits.TalkCommand(call, consults, [.. before.Agents.Keys], _clock.Now);
        var refused = TalkCommand.Refusal(before, command) is not null;
        if (!refused && command is Event.MoveAsked)
        {
            Exchange.Find(command.Call)?.WasMoved = true;
        }

        _service.Post((Event)command);
        if (!refused)
        {
            Talks[command.GetType().Name] = Talks.GetValueOrDefault(command.GetType().Name) + 1;
            if (command is Event.MoveAsked asked)
            {
                Laws.MovesOneOnly(before, asked, _service.Current);
            }
        }
        else if (!Laws.AreSame(before, _service.Current with { Number = before.Number, Ignored = before.Ignored }))
        {
            Laws.Broken($"{command} was refused and changed the state");
        }
    }

    void PressAKey()
    {
        var callers = Exchange.Alive.Where(channel => channel is { Connection: not null, Peer: null }).ToArray();
        if (callers.Length > 0)
        {
            _habits.One(callers).Tell(new CallEvent.Digit(_clock.Now, _habits.One(['1', '2', '3', '4'])));
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

    /// <summary>A caller begins a message, and somebody reads it: steps of a journey and of the audit trail, and nothing else changes.</summary>
    void LeaveAMessage()
    {
        if (Exchange.Service is null || _service!.Current.Callers.IsEmpty)
        {
            return;
        }

        var before = _service.Current;
        var caller = _habits.One([.. before.Callers.Values.OrderBy(one => one.Sequence)]);
        _service.Post(new Event.MessageBegun(_clock.Now, caller.Call, "queue:sales", "message"));
        _service.Post(new Event.MessageMarked(_clock.Now, "olga", "queue:sales", "message", MessageMark.Read));
        var after = _service.Current;
        var same = after with { Number = before.Number, Audit = before.Audit, Callers = after.Callers.SetItem(caller.Call, caller) };
        if (!Laws.AreSame(before, same) || after.Callers[caller.Call].Journey.Count != caller.Journey.Count + 1
            || after.Audit.Count != before.Audit.Count + (before.Audit.Count < 1_000 ? 1 : 0))
        {
            Laws.Broken($"a message of {caller.Call} changed more than it should");
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
        if (!Laws.AreSame(before, after with { Number = before.Number, Ignored = before.Ignored }))
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

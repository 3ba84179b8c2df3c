using System.Globalization;
using System.Reactive.Concurrency;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;

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
    readonly Exchange _exchange;
    readonly ServiceLives _lives;
    readonly Commanding _commanding;
    readonly Disturbances _disturbances;
    readonly CallbackWishes _wishes;
    readonly LawsOfParts _lawsOfParts;
    readonly Dictionary<string, List<Channel>> _calls = [];
    int _toCome;

    public CallCenterWorld(int seed, Faults faults, int calls)
    {
        _habits = new Habits(new Random(seed));
        _faults = faults;
        _toCome = calls;
        _exchange = new Exchange(_clock, _habits, faults);
        _exchange.Bridges.Bridging = Meets;
        (_exchange.Ringing.Phone, _exchange.Ringing.Customer) = (Rings, CallsBack);
        Laws = new Laws(_exchange);
        Matching = new MatchingLaws(Laws);
        Surveys = new SurveyLaws(Laws);
        _lives = new ServiceLives(_clock, _habits, faults, _exchange, Laws) { Stepped = Judge };
        _exchange.MeetsOutside = MeetsOutside;
        _exchange.Consulting = asked => Laws.ConsultationIsRecorded(_lives.Current, asked);
        _exchange.Returned = caller => Laws.WhoLostTheAgentWaits(_lives.Current, caller);
        _commanding = new Commanding(_clock, _habits, _exchange, _lives, Laws);
        _disturbances = new Disturbances(_clock, _habits, _exchange, _lives, Laws);
        _wishes = new CallbackWishes(_habits, _exchange, _lives) { Asking = number => _calls.TryAdd(number, []) };
        _lawsOfParts = new LawsOfParts(Laws, Matching, _wishes);
    }

    public Laws Laws { get; }

    public MatchingLaws Matching { get; }

    public SurveyLaws Surveys { get; }

    public MemoryHistory History => _lives.History;

    public IReadOnlyList<JournalEntry> Journal => _lives.Journal;

    public IEnumerable<JournalEntry> WholeJournal => _lives.WholeJournal;

    /// <summary>Callbacks that were promised.</summary>
    public IReadOnlyCollection<string> Promised => _wishes.Promised;

    /// <summary>Customers who were called back and talked with an agent.</summary>
    public int CalledBack { get; private set; }

    public HashSet<string> Arrived => _lives.Arrived;

    public int Restarts => _lives.Restarts;

    public int Commands => _commanding.Commands;

    public Dictionary<string, int> Talks => _commanding.Talks;

    /// <summary>Commands to conversations with those who were called.</summary>
    public int OutgoingCommands => _commanding.Outgoing;

    public int Bridges { get; private set; }

    /// <summary>Steps after which several phones rang beside those of the callers themselves.</summary>
    public int RingingAlong { get; private set; }

    /// <summary>Callers who heard that they are recorded while an agent waited for it.</summary>
    public int ToldByTheWay { get; private set; }

    /// <summary>Calls that ended without a word to the service.</summary>
    public int EndedUnheard => _exchange.Channels.Unheard.Count;

    /// <summary>Callers whose agent's phone was lost and who were to go on.</summary>
    public int PhonesLost => _exchange.Channels.PhonesLost;

    public long Events { get; private set; }

    public CallCenter End => _lives.Current;

    public void Run()
    {
        _lives.Start(CallCenter.Empty);
        _clock.Schedule(TimeSpan.Zero, NextCall);
        Every(_faults.ConnectionLostEvery, _disturbances.LoseAConnection);
        Every(_faults.NodeDownEvery, _disturbances.LoseTheNode);
        Every(_faults.ServiceKilledEvery, _lives.Kill);
        Every(_faults.NonsenseEvery, _disturbances.TalkNonsense);
        Every(_faults.NonsenseEvery, _disturbances.LeaveAMessage);
        Every(_faults.NonsenseEvery, _disturbances.MissAPrompt);
        Every(_faults.ReconfiguredEvery, _lives.Reconfigure);
        Every(_faults.CommandEvery, _commanding.CommandAnAgent);
        Every(_faults.DeviceEvery, _disturbances.ChangeADevice);
        Every(_faults.TalkCommandEvery, _commanding.CommandATalk);
        Every(_faults.KeyEvery, _disturbances.PressAKey);
        Every(_faults.WishEvery, _wishes.Ask);
        Every(_faults.OutsideCallEvery, _disturbances.CallOutside);
        Every(_faults.DialOutEvery, _disturbances.DialOut);
        _clock.Start();
        _lives.Judge(_wishes.Promised);
        Laws.NobodyIsStuck(End);
        Laws.NobodyIsLeftBehind();
    }

    void NextCall()
    {
        if (_toCome-- <= 0)
        {
            return;
        }

        Calls("+7916" + _toCome.ToString("D7", CultureInfo.InvariantCulture));
        _clock.Schedule(_habits.About(4), NextCall);
    }

    void Calls(string number)
    {
        var caller = _exchange.Call(number);
        if (!_calls.TryGetValue(number, out var calls))
        {
            _calls[number] = calls = [];
        }

        calls.Add(caller);
        _exchange.After(_habits.About(120), () =>
        {
            if (_exchange.Channels.HangUpUnlessTalking(caller) && _habits.Chance(0.3))
            {
                // Thought better of it.
                _clock.Schedule(_habits.Between(1, 60), () => Calls(number));
            }
        });
    }

    /// <summary>A phone is about to ring.</summary>
    void Rings(string phone)
    {
        Laws.NobodyIsDisturbed(phone, _lives.Current);
        if (_faults.JournalLag == TimeSpan.Zero)
        {
            Laws.OneCallPerAgent(phone);
        }
    }

    /// <summary>A caller is about to be joined with somebody.</summary>
    void Meets(Channel caller, Channel leg)
    {
        Bridges++;
        Laws.IsRecorded(caller, leg);
        Laws.ConsultationIsOver(leg);
        Laws.IsTold(_lives.Current, caller);
        if (_faults.JournalLag == TimeSpan.Zero)
        {
            Laws.OneConversationPerAgent(leg);
        }

        if (!leg.ServesQueue)
        {
            return;
        }

        var number = caller.Info.Number;
        var agent = leg.Info.Variables[CallVariables.Agent];
        CalledBack += caller.IsCustomer ? 1 : 0;
        // Whom an agent on the line has called, or who heard that they are recorded while one was, had the turn then.
        if (caller.CalledFor != leg.Ref)
        {
            HasTheTurn(caller, agent);
        }

        var priority = CallerNumbers.PriorityOf(number) ?? TimeSpan.Zero;
        var hasThatOfACallback = caller.IsCustomer
            ? _wishes.HadPlace(number, caller.Place) || _wishes.HadPriority(number, caller.Joined - caller.Place)
            : caller.Place < caller.Joined - priority && _wishes.HadPlace(number, caller.Place);
        if (!caller.WasMoved && !hasThatOfACallback)
        {
            Laws.PlaceByPriority(caller, priority, _calls[number]);
        }

        Laws.RestartKeepsTheOrder(caller, _lives.Line.UpSince, _lives.Configuration.ReturnTime, joiningsLost: _faults.JournalLag > TimeSpan.Zero, MayHaveYet);
        // Transfers and holds join a caller with agents again and again: whoever rang for each of them would ring for ever.
        if (_calls[number].Count < MostCalls && _habits.Chance(0.4))
        {
            // One thing more.
            _clock.Schedule(_habits.About(200), () => Calls(number));
        }

        bool MayHave(Channel other) => !IsElsewhere(other) && Matches.May(_lives.Current, agent, other);

        // Of whose conversation the journal has lost the beginning is given up while they talk: nobody can wait for such a one to come back.
        bool MayHaveYet(Channel other) => MayHave(other) && !(_faults.JournalLag > TimeSpan.Zero && _lives.History.Puts.Any(put => put.Id == other.Ref.Id && put.Result == CallResult.Lost));
    }

    /// <summary>An agent is about to be joined with who was called, or who was called goes on to somebody else.</summary>
    void MeetsOutside(Channel own, Channel other)
    {
        Laws.IsRecorded(own, other);
        if (own.IsOfAgent)
        {
            Laws.WhoWasCalledIsTold(_lives.Current, other);
        }
        else
        {
            Laws.IsTold(_lives.Current, own);
        }
    }

    /// <summary>An agent who has answered is to have the caller.</summary>
    void HasTheTurn(Channel caller, string agent)
    {
        Laws.FirstComeFirstServed(caller, other => !IsElsewhere(other) && Matches.May(_lives.Current, agent, other));

        // A customer who was called and is on the line does not wait for another to be called, and those on the line before have their turn then.
        if (!caller.IsCustomer && !_exchange.Channels.Alive.Any(IsCustomerBehind) && _lives.Current.Callers.GetValueOrDefault(caller.Ref) is { Queue: { } queue } known)
        {
            Laws.CustomersHaveTheirTurn(_lives.Current, queue, agent, known.Place);
        }

        bool IsCustomerBehind(Channel other) => other is { IsCustomer: true, Connection: not null, Peer: null } && other.Queue == caller.Queue && other.Place > caller.Place;
    }

    /// <summary>Whoever is told that they are recorded while an agent waits for it has the turn by then.</summary>
    void HearNotices(CallCenter before, CallCenter state)
    {
        foreach (var offer in state.Offers.Values.Where(offer => offer.Announcing && !(before.Offers.GetValueOrDefault(offer.Number) is { Announcing: true } was && was.Call == offer.Call)))
        {
            if (_exchange.Channels.Find(offer.Call) is { } caller && caller.CalledFor != offer.Leg)
            {
                // One who was transferred in this very moment does not know the new queue yet: the call is told of it while it hears the notice.
                if (state.Callers.GetValueOrDefault(offer.Call) is { } known && !IsOnTheWayToAnotherPlace(known, caller))
                {
                    HasTheTurn(caller, offer.Agent);
                }

                caller.CalledFor = offer.Leg;
                ToldByTheWay++;
            }
        }
    }

    /// <summary>A customer is about to be called.</summary>
    void CallsBack(Channel customer)
    {
        var state = _lives.Current;
        if (state.Callers.GetValueOrDefault(customer.Ref) is not { State: CallerState.Dialled dialled, Queue: { } queue } caller)
        {
            Laws.Broken($"{customer.Ref} is called, and nobody asked for it");
            return;
        }

        var offer = state.Offers[dialled.Offer];
        if (offer.State == OfferState.Calling)
        {
            customer.CalledFor = offer.Leg;
            Laws.FirstComeFirstServed(customer, other => !IsElsewhere(other) && Matches.May(state, offer.Agent, other));
            Laws.CustomersHaveTheirTurn(state, queue, offer.Agent, caller.Place);
        }
        else
        {
            Laws.FirstIsCalledFirst(state, queue, offer.Agent, caller.Place);
        }
    }

    /// <summary>Whether the service knows of a caller, who may look like one who waits, that this is not so.</summary>
    bool IsElsewhere(Channel channel) => _lives.Current.Callers.GetValueOrDefault(channel.Ref) is { } caller
        && (caller.State is CallerState.Connecting { Offer: var offer } && _lives.Current.Offers.GetValueOrDefault(offer) is { Announcing: true }
            || caller.State is CallerState.Talking or CallerState.Transferring or CallerState.Outside or CallerState.SentOn or CallerState.Leaving
            || ScenarioCallers.IsAsked(caller)
            // Moved by a supervisor while out of sight, and back some milliseconds ago: the call itself does not remember the new place yet.
            || (channel.WasMoved && caller.Joined - caller.Priority != channel.Place && IsJustBack(caller))
            || ((channel.EverTalked || caller.StepsTaken > 0) && IsOnTheWayToAnotherPlace(caller, channel)));

    /// <summary>What a call remembers is written when it is back: one that does not know its place some moments later never will.</summary>
    bool IsJustBack(Caller caller) => caller.Away is not null
        || (caller.Journey.LastOrDefault(step => step.What == JourneyEvent.CameBack) is { } back && _clock.Now - back.At <= TimeSpan.FromSeconds(1));

    /// <summary>Comes to a queue from a conversation or a step, and is still in the dialplan, or the call itself does not remember the new place yet.</summary>
    static bool IsOnTheWayToAnotherPlace(Caller caller, Channel channel) => caller.Away is not null || caller.Queue != channel.Queue || caller.Joined != channel.Joined;

    void Judge(CallCenter before, CallCenter state)
    {
        Events++;
        HearNotices(before, state);
        Laws.LowerLevelsFirst(before, state);
        Matching.OffersFit(before, state);
        _lawsOfParts.Judge(before, state);
        Matching.LimitsHoldTheirTime(state, _clock.Now, CallerNumbers.SkillsOf);
        Laws.RestsHaveAReason(before, state, _clock.Now);
        RingingAlong += state.Queues.Values.Any(queue => queue.Along.Count > 1) ? 1 : 0;
        Laws.NobodyTalksToNobody(state);
        Laws.LostPhonesRest(before, state, _clock.Now);
        Laws.PausesEnd(state);
        if (_faults.JournalLag == TimeSpan.Zero)
        {
            Laws.PausesAreTrue(state);
        }

        Laws.EndingsAreTold(before, state);
        Surveys.NobodyIsKept(state, _clock.Now);
        if (state.Nodes.Contains(Exchange.Node))
        {
            Laws.OutsideCallsAreKnown(state);
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

using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Outgoing;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold in every world, judged by the exchange's truth wherever that can be.</summary>
sealed class Laws(Exchange exchange)
{
    readonly List<string> _violations = [];

    public Exchange Exchange => exchange;

    public IReadOnlyList<string> Violations => _violations;

    public RollCall Roll { get; } = new();

    public void Broken(string law)
    {
        if (_violations.Count < 20)
        {
            _violations.Add($"{exchange.Now:HH:mm:ss.fff} {law}");
        }
    }

    /// <summary>Nobody who came later is served first: of those who wait, hear us and can be commanded, the bridged one came first.</summary>
    /// <remarks>Of those the agent may have: a caller nobody free may have keeps nobody back, nor does one who is known to be elsewhere.</remarks>
    public void FirstComeFirstServed(Channel served, Func<Channel, bool> agentMayHave)
    {
        foreach (var other in exchange.Channels.Alive)
        {
            if (other is { IsCaller: true, Connection: not null, Peer: null, BridgeUnderWay: false }
                && other != served && other.Queue == served.Queue && other.Place < served.Place && agentMayHave(other))
            {
                Broken($"{served.Ref.Id} with the place of {served.Place} is served before {other.Ref.Id} of {other.Place}");
            }
        }
    }

    /// <summary>The place counts from the joining less the priority asked for, or from the place of an earlier call of the same number.</summary>
    public void PlaceByPriority(Channel served, TimeSpan priority, IEnumerable<Channel> earlier)
    {
        if (served.Place != served.Joined - priority && !earlier.Any(call => call.Place == served.Place && call.Place < served.Joined - priority))
        {
            Broken($"{served.Ref.Id} joined at {served.Joined} with priority {priority} and has the place of {served.Place}");
        }
    }

    /// <summary>After a restart nobody is served before those who came earlier had time to come back.</summary>
    /// <param name="joiningsLost">
    /// The last joinings are lost with the journal: of who is not back yet nobody knows the priority, so one who joined later has no claim.
    /// </param>
    public void RestartKeepsTheOrder(Channel served, DateTimeOffset upSince, TimeSpan returnTime, bool joiningsLost, Func<Channel, bool> agentMayHave)
    {
        if (exchange.Now - upSince >= returnTime)
        {
            return;
        }

        foreach (var other in exchange.Channels.Alive)
        {
            if (other is { Forsaken: true, Peer: null } && other.Queue == served.Queue && other.Place < served.Place
                && !(joiningsLost && other.Joined > served.Joined) && agentMayHave(other))
            {
                Broken($"{served.Ref.Id} with the place of {served.Place} is served before {other.Ref.Id} of {other.Place} is back");
            }
        }
    }

    public void NobodyIsStuck(CallCenter end)
    {
        if (!end.Callers.IsEmpty || !end.Offers.IsEmpty || !end.Deadlines.IsEmpty || !end.InWrapUp.IsEmpty || !end.Legs.IsEmpty || !end.Guests.IsEmpty || !end.OutgoingCalls.IsEmpty)
        {
            Broken($"{end.Callers.Count} callers, {end.Offers.Count} offers, {end.Guests.Count} guests and {end.Deadlines.Count} deadlines never ended");
        }

        foreach (var agent in end.Agents.Values.Where(agent => agent.State is not (AgentState.Ready or AgentState.SignedOut)))
        {
            Broken($"{agent} is in a state that never ended");
        }
    }

    /// <summary>Nobody of the exchange's calls is left when all is over: neither a caller in silence nor an agent's leg.</summary>
    public void NobodyIsLeftBehind()
    {
        foreach (var channel in exchange.Channels.Alive)
        {
            Broken($"{channel.Phone ?? "the caller"} {channel.Ref.Id} is left on the line");
        }
    }

    /// <summary>An agent talks to one at a time.</summary>
    public void OneConversationPerAgent(Channel leg)
    {
        foreach (var other in exchange.Channels.Alive)
        {
            if (other != leg && other.Phone == leg.Phone && leg.Phone!.StartsWith("user/", StringComparison.Ordinal) && other is { Peer: not null, IsEnding: false })
            {
                Broken($"{leg.Phone} talks by {leg.Ref.Id} and by {other.Ref.Id}");
            }
        }
    }

    /// <summary>A caller who is moved has the place asked for, and all others are in the order they were in.</summary>
    public void MovesOneOnly(CallCenter before, Event.MoveAsked asked, CallCenter after)
    {
        foreach (var name in before.Queues.Keys)
        {
            // A customer who has become the first by it may be called in the same step, which has a law of its own. Who is moved to a queue that
            // was to call the same number back has come in person.
            var was = before.Queues[name].Line.Select(place => place.Call).Where(call => call != asked.Call && !CameInPerson(call) && after.Callers[call].State is not CallerState.Dialled);
            var becomes = after.Queues[name].Line.Select(place => place.Call).ToArray();
            if (!was.SequenceEqual(becomes.Where(call => call != asked.Call)))
            {
                Broken($"{asked} moved others, too");
            }
        }

        var queue = after.Callers[asked.Call].Queue!;
        var line = after.Queues[queue].Line;
        // Those before who are called in the same step have no place any more.
        var called = before.Queues[queue].Line.Count(place => place.CompareTo(after.Callers[asked.Call].Place) < 0 && after.Callers.GetValueOrDefault(place.Call)?.State is CallerState.Dialled);
        if (after.Callers[asked.Call].State is not CallerState.Dialled && asked.Position is { } position && after.PositionOf(asked.Call) != Math.Min(position - called, line.Count))
        {
            Broken($"{asked} led to place {after.PositionOf(asked.Call)} of {line.Count}");
        }

        bool CameInPerson(CallRef call) => before.Callers[call] is { IsRequest: true } request && request.Number == before.Callers[asked.Call].Number && !after.Callers.ContainsKey(call);
    }

    public void OneCallPerAgent(string phone)
    {
        if (!phone.StartsWith("user/", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var other in exchange.Channels.Alive)
        {
            if (other.Phone == phone && !other.IsEnding)
            {
                Broken($"{phone} is rung while {other.Ref.Id} is {(other.IsOutside ? "a call outside" : other.Peer is null ? "open" : "in conversation")}");
            }
        }
    }

    /// <summary>Who is not to be disturbed is left alone.</summary>
    public void NobodyIsDisturbed(string phone, CallCenter state)
    {
        foreach (var agent in state.Agents.Values.Where(agent => agent.Settings.Destination == phone && agent.DoNotDisturb is not null))
        {
            Broken($"{phone} is rung though {agent.Id} is not to be disturbed since {agent.DoNotDisturb!.Since:HH:mm:ss}");
        }
    }

    /// <summary>After a survey the service knows exactly which phones are in other calls, and it hears of each that begins or ends.</summary>
    public void OutsideCallsAreKnown(CallCenter state)
    {
        var inUse = exchange.PhonesInUse();
        foreach (var agent in state.Agents.Values.Where(agent => agent.Outside is not null != inUse.Contains(agent.Settings.Destination)
            && !(agent.Outside is not null && exchange.Channels.IsJustEndedByService(agent.Settings.Destination))))
        {
            Broken($"{agent.Id} is believed to be in another call since {agent.Outside?.Since:HH:mm:ss}, and is {(agent.Outside is null ? "" : "not ")}in one");
        }
    }

    /// <summary>No agent is idle while the first caller the agent may have could be offered.</summary>
    public void NobodyWaitsInVain(CallCenter state)
    {
        foreach (var (name, queue) in state.Queues)
        {
            foreach (var agent in state.Agents.Values.Where(agent => agent.IsAvailable && agent.Settings.Queues.Contains(name)))
            {
                var first = Roll.Of(state, queue).FirstOrDefault(caller => IsExpectedOrUnoffered(caller, state) && Matches.May(state, agent, caller));
                if (first is { Away: null })
                {
                    Broken($"{first.Call.Id} waits in {name} while {agent.Id} is ready");
                }
            }
        }
    }

    public static bool IsExpectedOrUnoffered(Caller caller, CallCenter state) => caller.IsResting() ? false
        : caller.Away is { } away
        ? away.ReturnBy is not null
        : caller.State is CallerState.Waiting { Offer: null } && state.Nodes.Contains(caller.Call.Node);

    /// <summary>Nobody's phone rings while an agent of a lower level is ready, who may have that caller and has not had the caller in vain.</summary>
    public void LowerLevelsFirst(CallCenter before, CallCenter state)
    {
        for (var number = before.OffersMade + 1; number <= state.OffersMade; number++)
        {
            if (state.Offers.GetValueOrDefault(number) is not { State: OfferState.Ringing } offer
                || !state.Callers.TryGetValue(offer.Call, out var caller))
            {
                continue;
            }

            var level = state.Agents[offer.Agent].Settings.TierIn(offer.Queue).Level;
            foreach (var turn in state.Queues[offer.Queue].Ready.Where(turn =>
                turn.Level < level && !caller.RefusedBy.Contains(turn.Agent) && Matches.May(state, state.Agents[turn.Agent], caller)
                && !Matches.IsHeld(state, state.Agents[turn.Agent], caller)))
            {
                Broken($"{offer.Agent} of level {level} is rung for {offer.Queue} while {turn.Agent} of level {turn.Level} is ready");
            }
        }
    }

    /// <summary>A wrap-up, rest or break ends with a word why, and by itself not before its time.</summary>
    public void EndingsAreTold(CallCenter before, CallCenter after)
    {
        foreach (var (id, agent) in after.Agents)
        {
            DateTimeOffset? due = before.Agents.GetValueOrDefault(id)?.State switch
            {
                AgentState.WrapUp wrapUp when agent.State is not AgentState.WrapUp => wrapUp.Until,
                AgentState.Resting resting when agent.State is not AgentState.Resting => resting.Until,
                AgentState.Break rest when agent.State is not AgentState.Break => rest.Until,
                _ => null,
            };
            if (due is { } time && (agent.Ended?.At != exchange.Now || (agent.Ended.Why == EndingWhy.TimeOver && exchange.Now < time)))
            {
                Broken($"what {id} did until {time:HH:mm:ss.fff} ended with {agent.Ended}");
            }
        }
    }

    /// <summary>Of whose end nobody has told is not believed to talk for longer than it takes to ask.</summary>
    public void NobodyTalksToNobody(CallCenter state)
    {
        var longest = state.Configuration.LongestUnheard + TimeSpan.FromSeconds(30);
        var legs = state.Offers.Values.Where(offer => offer.State == OfferState.Talking).Select(offer => offer.Leg)
            .Concat(state.Guests.Values.Where(guest => guest.State is GuestState.Talking or GuestState.Consulting).Select(guest => guest.Leg))
            .Concat(state.OutgoingCalls.Values.Where(call => call.State == OutgoingState.Talking).SelectMany(call => new[] { call.Call, call.Leg }));
        foreach (var leg in legs)
        {
            if (exchange.Channels.Unheard.TryGetValue(leg, out var ended) && exchange.Now - ended > longest)
            {
                Broken($"{leg.Id} is believed to talk, and ended at {ended:HH:mm:ss}");
            }
        }
    }

    /// <summary>A queue knows exactly those who are at work for it.</summary>
    public void WhoIsAtWorkIsKnown(CallCenter state)
    {
        foreach (var (name, queue) in state.Queues)
        {
            var atWork = state.Agents.Values.Where(agent => agent.IsAtWork && agent.Settings.Queues.Contains(name)).Select(agent => agent.Id);
            if (!queue.AtWork.SetEquals(atWork))
            {
                Broken($"{name} takes {string.Join(", ", queue.AtWork)} for at work, but {string.Join(", ", atWork)} are");
            }
        }
    }

    public void ReplayEqualsLive(Snapshot? from, IEnumerable<JournalEntry> entries, CallCenter live)
    {
        var replayed = OnDisk.Json(Replay.State(from, entries));
        var lived = OnDisk.Json(live);
        if (replayed != lived)
        {
            Broken($"replay differs:\n{replayed}\n{lived}");
        }
    }

    /// <summary>No caller is lost: each stands in the history, with one end (the entry may come again with the same).</summary>
    public void EachCaller(IEnumerable<string> arrived, IReadOnlyList<HistoryEntry> history, bool once)
    {
        var results = history.GroupBy(entry => entry.Id).ToDictionary(entries => entries.Key, entries => entries.ToArray());
        foreach (var id in arrived)
        {
            var ends = results.GetValueOrDefault(id) ?? [];
            var different = ends.Select(end => (end.Result, end.Ended)).Distinct().Count();
            if (different == 0 || (once && different > 1))
            {
                Broken($"{id} ended {ends.Length} times: {string.Join("; ", ends.Select(end => $"{end.Result} {end.Ended:HH:mm:ss}"))}");
            }
        }
    }

    /// <summary>What makes no sense changes nothing but the count of it.</summary>
    public void NothingChanged(CallCenter before, Event said, CallCenter after)
    {
        if (!AreSame(before, after with { Number = before.Number, Ignored = before.Ignored }))
        {
            Broken($"{said} made no sense and changed the state");
        }
    }

    /// <summary>Who gives a command is told why not in each language.</summary>
    public void IsToldInRussian(Event said, string? refusal)
    {
        if (refusal is null || !refusal.Any(c => c is >= 'а' and <= 'я'))
        {
            Broken($"{said} was refused, and in Russian it is said: {refusal ?? "nothing"}");
        }
    }

    /// <summary>Of the same parts, or at least of equal ones: only of the parts that are not the same is it worth to compare what would be written of them.</summary>
    public static bool AreSame(CallCenter one, CallCenter other)
    {
        if (one.Callers.Count == other.Callers.Count && one.Callers.All(caller => other.Callers.GetValueOrDefault(caller.Key) == caller.Value))
        {
            other = other with { Callers = one.Callers };
        }

        return one == other || OnDisk.Json(one) == OnDisk.Json(other);
    }
}

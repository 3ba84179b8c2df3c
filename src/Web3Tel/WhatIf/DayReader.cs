using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;

namespace Web3Tel.WhatIf;

/// <summary>Takes a day of the journal apart while it is played.</summary>
/// <param name="from">The beginning.</param>
/// <param name="to">The end, exclusive; callers who arrived before it are followed until their calls are over.</param>
public sealed class DayReader(DateTimeOffset from, DateTimeOffset to)
{
    readonly Dictionary<CallRef, Caller> _callers = [];
    readonly List<Event> _staffing = [];
    readonly Phones _phones = new();
    readonly SortedSet<string> _nodes = new(StringComparer.Ordinal);
    readonly Shifts _work = new();
    readonly List<Caller> _inOrder = [];
    CallCenter? _opening;
    int _callbacks;
    DateTimeOffset _last;
    Guid _instance;

    /// <summary>Nothing that is still to come in the journal matters for the day.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Steps before the day are passed over.</summary>
    public void Read(Moment moment)
    {
        if (moment.At < from)
        {
            return;
        }

        if (_opening is null)
        {
            _opening = moment.Before;
            _work.Observe(moment.Before, from);
        }

        _last = moment.At > _last ? moment.At : _last;
        _instance = _instance == Guid.Empty && moment.Happened is Event.ServiceStarted started ? started.Instance : _instance;
        if (moment.At < to)
        {
            _work.Observe(moment.After, moment.At);
            Take(moment);
        }

        Follow(moment);
        IsOver = moment.At >= to && _inOrder.TrueForAll(caller => caller.Real is not null);
    }

    /// <summary>The day as read so far; null when nothing happened in it.</summary>
    public PastDay? Complete()
    {
        if (_opening is not { } opening)
        {
            return null;
        }

        // What agents do after the journal's end nobody knows: whoever talks then must not talk until midnight.
        var until = _last < to ? _last : to;
        _work.Complete(until);
        return new PastDay(
            from,
            until,
            Cleared(opening),
            [.. _staffing],
            [.. _inOrder.Where(caller => caller.Real is not null && caller.Joined is not null).Select(caller => caller.ToPast())],
            _phones.ToImmutable(),
            _work,
            _inOrder.Count(caller => caller.Real is null))
        {
            Callbacks = _callbacks,
        };
    }

    void Take(Moment moment)
    {
        switch (Origins.Of(moment.Happened))
        {
            case Origin.Staff:
                _staffing.Add(moment.Happened);
                break;
            case Origin.Caller when moment.Happened is Event.CallArrived arrived && !_callers.ContainsKey(arrived.Call)
                && !moment.Before.Callers.ContainsKey(arrived.Call):
                _callers[arrived.Call] = new Caller(arrived);
                _inOrder.Add(_callers[arrived.Call]);
                break;
            case Origin.Caller when moment.Happened is Event.Joined joined && _callers.TryGetValue(joined.Call, out var caller):
                caller.Joined ??= joined with { Since = null };
                break;
            case Origin.Machine when moment.Happened is Event.NodeSurveyed surveyed:
                _nodes.Add(surveyed.Node);
                _staffing.AddRange(OutsideCallsFoundBy(moment));
                break;
            case Origin.Consequence when moment.Happened is Event.CallbackAsked && moment.After.Ignored == moment.Before.Ignored:
                _callbacks++;
                break;
            case Origin.Caller or Origin.Consequence or Origin.Machine:
                break;
        }
    }

    /// <summary>What a survey has found out of phones, as if it had been heard: surveys are not in the day that is run again.</summary>
    static IEnumerable<Event> OutsideCallsFoundBy(Moment moment)
    {
        foreach (var agent in moment.After.Agents.Values)
        {
            switch (moment.Before.Agents.GetValueOrDefault(agent.Id)?.Outside, agent.Outside)
            {
                case (null, { } found):
                    yield return new Event.OutsideCallBegan(moment.At, agent.Id, found.Node);
                    break;
                case ({ } gone, null):
                    yield return new Event.OutsideCallEnded(moment.At, agent.Id, gone.Node);
                    break;
            }
        }
    }

    void Follow(Moment moment)
    {
        _phones.Read(moment);
        if (moment.Happened is Event.Connected connected && Of(connected.Call) is { ConnectingSince: { } since } joined)
        {
            joined.Connecting = moment.At - since;
        }

        foreach (var effect in moment.Effects)
        {
            switch (effect)
            {
                case Effect.Connect connect:
                    Of(connect.Call)?.ConnectingSince = moment.At;
                    break;
                case Effect.Archive archive:
                    Of(new CallRef(archive.Entry.Node, archive.Entry.Id))?.Real = archive.Entry;
                    break;
            }
        }
    }

    Caller? Of(CallRef call) => _callers.GetValueOrDefault(call);

    CallCenter Cleared(CallCenter opening) => (Snapshot.Of(opening) with
    {
        Instance = opening.Instance == Guid.Empty ? _instance : opening.Instance,
        Nodes = [.. _nodes.Union(opening.Nodes)],
        Callers = [],
        Offers = [],
        Guests = [],
        OutgoingCalls = [],
        InWrapUp = [],
        WakeAt = null,
        Agents = [.. opening.Agents.Values.Select(agent => agent with { State = WithoutCall(agent), OutgoingCalls = [] })],
    }).Restore();

    AgentState WithoutCall(Agent agent) => agent.State switch
    {
        AgentState.Offered or AgentState.Talking or AgentState.WrapUp =>
            agent.SignedIn ? new AgentState.Ready(from) : new AgentState.SignedOut(from),
        _ => agent.State,
    };

    sealed class Caller(Event.CallArrived arrived)
    {
        public Event.Joined? Joined { get; set; }

        public DateTimeOffset? ConnectingSince { get; set; }

        public TimeSpan? Connecting { get; set; }

        public HistoryEntry? Real { get; set; }

        public PastCall ToPast() => new(arrived, Joined!, Real!, Connecting);
    }
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution.Rules;
using Web3Tel.Outgoing;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>One step of the engine in the making: the state so far, and what is to be done about it. Lives only within the step.</summary>
/// <param name="touched">Told of everybody who is set or taken away; null where nobody asks.</param>
sealed class Decision(CallCenter state, Event happened, Touched? touched = null)
{
    readonly ImmutableArray<Effect>.Builder _effects = ImmutableArray.CreateBuilder<Effect>();

    public CallCenter State { get; set; } = state;

    public DateTimeOffset At { get; } = happened.At;

    /// <summary>Why a state of an agent ends in this step, should one.</summary>
    public EndingWhy EndingWhy => happened switch
    {
        Event.Woke => EndingWhy.TimeOver,
        Event.AgentForced => EndingWhy.Forced,
        Event.DeviceChanged => EndingWhy.PhoneBack,
        _ => EndingWhy.Asked,
    };

    public Configuration Configuration => State.Configuration;

    public Caller? Caller(CallRef call) => State.Callers.GetValueOrDefault(call);

    public Offer? Offer(long number) => State.Offers.GetValueOrDefault(number);

    public Guest? Guest(long number) => State.Guests.GetValueOrDefault(number);

    public OutgoingCall? OutgoingCall(long number) => State.OutgoingCalls.GetValueOrDefault(number);

    public OutgoingCall? OutgoingOf(CallRef call) => State.OutgoingOf(call);

    /// <summary>The outgoing call whose agent, or whose number, rings under this number.</summary>
    public OutgoingCall? OutgoingRung(long number) => OutgoingCall(number) ?? OutgoingCall(number - 1);

    public Agent? Agent(string id) => State.Agents.GetValueOrDefault(id);

    public QueueSettings Settings(string queue) => State.Queues[queue].Settings;

    /// <summary>
    /// Queues to be served, while callers and agents become free one after another within the step: nobody is offered to anybody
    /// before all are known, since who becomes free last may be the first in turn. Null when offers are made at once.
    /// </summary>
    public HashSet<string>? Gathered { get; set; }

    /// <summary>Queues to be served when the step is over, since more agents may have their callers than before; null for none.</summary>
    public HashSet<string>? Opened { get; set; }

    public void Emit(Effect effect)
    {
        _effects.Add(effect);
        if (effect is Effect.HangUp { Call: var call } && !State.Nodes.Contains(call.Node))
        {
            State = State with { ToEnd = State.ToEnd.Add(call) };
        }
    }

    /// <summary>The event made no sense in this state.</summary>
    public void Ignore() => State = State with { Ignored = State.Ignored + 1 };

    /// <summary>Something that had been missed was found, and is put right in this step.</summary>
    public void Repaired(Repair what) => State = State with { Repairs = State.Repairs.SetItem(what, State.Repairs.GetValueOrDefault(what) + 1) };

    public void Set(Caller caller)
    {
        touched?.Callers.Add(caller.Call);
        var before = Caller(caller.Call);
        State = (State with { Callers = State.Callers.SetItem(caller.Call, caller) }).Move(before, caller);
        if (before is not null && (before.State.GetType() != caller.State.GetType() || before.Queue != caller.Queue))
        {
            Emit(new Effect.Inform(caller.Call, caller.State));
        }
    }

    public void Remove(Caller caller)
    {
        touched?.Callers.Add(caller.Call);
        State = (State with { Callers = State.Callers.Remove(caller.Call) }).Move(Caller(caller.Call), null);
        Emit(new Effect.Inform(caller.Call, null));
    }

    public void Set(Agent agent)
    {
        touched?.Agents.Add(agent.Id);
        var before = Agent(agent.Id);
        if (Ending.Between(before?.State, agent.State) is { } what)
        {
            // What ends before its time by the clock ends with something else, such as a do not disturb that was too long.
            agent = agent with { Ended = new Ending(At, what, EndingWhy == EndingWhy.TimeOver && before!.StateUntil > At ? EndingWhy.SignedOut : EndingWhy) };
        }

        var queues = State.Queues;
        State = (State with { Agents = State.Agents.SetItem(agent.Id, agent) }).Move(before, agent);
        if (before is null || before.IsAtWork != agent.IsAtWork || before.Settings.Queues != agent.Settings.Queues)
        {
            foreach (var name in agent.Settings.Queues.Union(before?.Settings.Queues ?? []).Where(queues.ContainsKey))
            {
                this.NoticeWhoIsAtWork(queues[name]);
            }
        }

        this.NoticeDeparture(before, agent);
        this.NoticeArrival(before, agent);
    }

    public void Remove(Agent agent)
    {
        touched?.Agents.Add(agent.Id);
        State = (State with { Agents = State.Agents.Remove(agent.Id) }).Move(Agent(agent.Id), null);
    }

    public void Set(Offer offer)
    {
        touched?.Agents.Add(offer.Agent);
        var before = Offer(offer.Number);
        State = (State with { Offers = State.Offers.SetItem(offer.Number, offer) }).Move(before, offer);
        if (before is null)
        {
            State = State with { Legs = State.Legs.SetItem(offer.Leg, offer.Number) };
        }
    }

    public void Remove(Offer offer)
    {
        touched?.Agents.Add(offer.Agent);
        State = (State with
        {
            Offers = State.Offers.Remove(offer.Number),
            Legs = State.Legs.Remove(offer.Leg),
        }).Move(Offer(offer.Number), null);
    }

    public void Set(Guest guest)
    {
        var before = Guest(guest.Number);
        State = (State with
        {
            Guests = State.Guests.SetItem(guest.Number, guest),
            Legs = State.Legs.SetItem(guest.Leg, guest.Number),
        }).Move(before, guest);
    }

    public void Remove(Guest guest) =>
        State = (State with
        {
            Guests = State.Guests.Remove(guest.Number),
            Legs = State.Legs.Remove(guest.Leg),
        }).Move(Guest(guest.Number), null);

    public void Set(OutgoingCall call)
    {
        var before = OutgoingCall(call.Number);
        State = (State with
        {
            OutgoingCalls = State.OutgoingCalls.SetItem(call.Number, call),
            Legs = State.Legs.SetItem(call.Call, call.Number).SetItem(call.Leg, call.Number),
        }).Move(before, call);
    }

    public void Remove(OutgoingCall call) =>
        State = (State with
        {
            OutgoingCalls = State.OutgoingCalls.Remove(call.Number),
            Legs = State.Legs.Remove(call.Call).Remove(call.Leg),
        }).Move(OutgoingCall(call.Number), null);

    public (CallCenter Next, ImmutableArray<Effect> Effects) Complete()
    {
        DateTimeOffset? earliest = State.Deadlines.IsEmpty ? null : State.Deadlines.Min.At;
        if (earliest is { } wake && earliest != State.WakeAt)
        {
            Emit(new Effect.Wake(wake));
        }

        return (State with { Number = State.Number + 1, WakeAt = earliest }, _effects.DrainToImmutable());
    }
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Explanation;

/// <summary>
/// What one step of the engine meant for one caller or one agent. Asked of a journal that is played again: deciding costs nothing more for it.
/// </summary>
public static class Explaining
{
    /// <summary>In the order of the caller's journey; nothing when the step did not concern the caller.</summary>
    public static IEnumerable<Explained> Of(this Moment moment, CallRef call)
    {
        var known = moment.Journey(moment.Before, call)?.Count ?? 0;
        var archived = moment.Effects.OfType<Effect.Archive>().LastOrDefault(archive => IsOf(archive.Entry, call));
        var journey = archived?.Entry.Journey ?? moment.Journey(moment.After, call);
        foreach (var step in journey?.Skip(known) ?? [])
        {
            yield return moment.Found(moment.Of(call, step));
        }
    }

    /// <summary>The agent's changes of state, and the callers who went to others while the agent was ready.</summary>
    public static IEnumerable<Explained> Of(this Moment moment, string agent)
    {
        var before = moment.Before.Agents.GetValueOrDefault(agent);
        var after = moment.After.Agents.GetValueOrDefault(agent);
        var state = after is null ? null : Obstacles.Of(after, moment.After, moment.At);
        var ended = after?.Ended != before?.Ended ? after!.Ended : null;
        var rung = moment.Effects.OfType<Effect.Ring>().LastOrDefault(ring => ring.Dial.Variables[CallVariables.Agent] == agent);
        if (ended is not null && state is Obstacle.Ringing)
        {
            // Ready for less than a moment.
            yield return moment.Found(new Finding.StateOf(agent, after!.Settings.Name, null, ended));
        }

        if (rung is not null && moment.Explain(rung) is { } choice && state is Obstacle.Ringing ringing)
        {
            yield return moment.Found(new Finding.Offered(ringing.For, choice));
        }
        else if (after is not null && state is Obstacle.Ringing passed && RingsFor(before, moment.Before) is { } other && other != passed.For)
        {
            yield return moment.Found(new Finding.RingsOnFor(passed.For, agent, after.Settings.Name));
        }
        else if (after is not null && after.State != before?.State)
        {
            yield return moment.Found(new Finding.StateOf(agent, after.Settings.Name, state, ended));
        }

        foreach (var ring in moment.Effects.OfType<Effect.Ring>())
        {
            if (moment.Explain(ring) is { } missed
                && missed.Others.FirstOrDefault(one => one.Agent == agent) is { } passedOver
                && Choices.WasReady(passedOver.Why)
                && moment.After.Offers.GetValueOrDefault(ring.Offer) is { } offer)
            {
                yield return moment.Found(new Finding.Missed(offer.Call, missed, passedOver));
            }
        }
    }

    static Explained Found(this Moment moment, Finding what) => new(moment.After.Number, moment.At, what, moment.After.Configuration.Version);

    static Finding Of(this Moment moment, CallRef call, JourneyStep step)
    {
        var name = step.Agent is { } id ? moment.After.Agents.GetValueOrDefault(id)?.Settings.Name ?? id : null;
        if (step is not { What: JourneyEvent.Offered, Agent: { } agent })
        {
            return new Finding.Happened(call, step.What, step.Agent, name, step.Detail);
        }

        return moment.RingOf(agent, call) is { } ring && moment.Explain(ring) is { } choice
            ? new Finding.Offered(call, choice)
            : new Finding.RingsOnFor(call, agent, name!);
    }

    /// <summary>Null when the phone rang already, for somebody else.</summary>
    static Effect.Ring? RingOf(this Moment moment, string agent, CallRef call) => moment.Effects.OfType<Effect.Ring>()
        .LastOrDefault(ring => ring.Dial.Variables[CallVariables.Agent] == agent && moment.After.Offers.GetValueOrDefault(ring.Offer)?.Call == call);

    static CallRef? RingsFor(Agent? agent, CallCenter state) =>
        agent?.State is AgentState.Offered offered && state.Offers.GetValueOrDefault(offered.Offer) is { } offer ? state.CallOf(offer) : null;

    static ImmutableList<JourneyStep>? Journey(this Moment moment, CallCenter state, CallRef call) =>
        moment.CallerIn(state, call)?.Journey ?? OutgoingJourney(state, call) ?? state.InWrapUp.GetValueOrDefault(call)?.Journey;

    static ImmutableList<JourneyStep>? OutgoingJourney(CallCenter state, CallRef call) => state.OutgoingOf(call) is { } outgoing && outgoing.Call == call ? outgoing.Journey : null;

    static bool IsOf(HistoryEntry entry, CallRef call) => entry.Id == call.Id && entry.Node == call.Node;
}

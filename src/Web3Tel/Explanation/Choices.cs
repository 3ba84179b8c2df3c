using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Distribution.Rules;
using Web3Tel.Queues;

namespace Web3Tel.Explanation;

/// <summary>Why the engine rang whom it rang, seen from the state after the step, in which each of its offers has left its mark.</summary>
static class Choices
{
    public static Choice? Explain(this Moment moment, Effect.Ring ring)
    {
        var queue = moment.After.Queues.GetValueOrDefault(ring.Dial.Variables[CallVariables.Queue])?.Settings;
        if (queue is null || moment.After.Agents.GetValueOrDefault(ring.Dial.Variables[CallVariables.Agent]) is not { } agent)
        {
            return null;
        }

        var caller = moment.CallerOf(ring);
        var profile = caller?.Profile ?? Profile.Anybody;
        var merit = Merit.Of(agent, IdleSince(agent, moment.At), moment.At, queue, profile.Wanted);
        PassedOver[] others =
        [
            .. moment.After.Serving(queue.Name)
                .Where(other => other.Id != agent.Id)
                .Select(other => new PassedOver(other.Id, other.Settings.Name, moment.WhyNot(other, ring, merit, caller, queue)))
                .OrderBy(other => WasReady(other.Why) ? 0 : 1),
        ];
        return new Choice(
            queue.Name,
            agent.Id,
            agent.Settings.Name,
            merit,
            caller?.RefusedBy.Contains(agent.Id) == true,
            profile.Agent == agent.Id,
            [.. others.Take(Choice.Most)],
            Math.Max(0, others.Length - Choice.Most));
    }

    public static bool WasReady(Obstacle why) => why is Obstacle.LaterInTurn or Obstacle.HigherLevel or Obstacle.Refused
        or Obstacle.LacksSkills or Obstacle.LevelNotOpen or Obstacle.NotSpokenWithLast or Obstacle.Held or Obstacle.OtherKept;

    static Caller? CallerOf(this Moment moment, Effect.Ring ring) =>
        moment.After.Offers.GetValueOrDefault(ring.Offer)?.Call is { } call ? moment.After.Callers.GetValueOrDefault(call) : null;

    static Obstacle WhyNot(
        this Moment moment, Agent other, Effect.Ring ring, Merit chosen, Caller? caller, QueueSettings queue)
    {
        // Who was rung later in the same step was still ready then.
        var ready = other.IsAvailable || (other.State is AgentState.Offered offered && offered.Offer > ring.Offer);
        if (!ready)
        {
            return Obstacles.Of(other, moment.After, moment.At)!;
        }

        if (moment.Before.Offers.GetValueOrDefault(ring.Offer) is { State: OfferState.Reserved })
        {
            return new Obstacle.OtherKept();
        }

        if (queue.RingsSeveral && other.State is AgentState.Offered too && moment.After.Offers.GetValueOrDefault(too.Offer)?.Queue == queue.Name)
        {
            return new Obstacle.RingingToo();
        }

        var profile = caller?.Profile ?? Profile.Anybody;
        var merit = Merit.Of(other, IdleSince(other, moment.At), moment.At, queue, profile.Wanted);
        var line = moment.After.Queues[queue.Name];
        return Obstacles.Of(other, line, profile) is { } limit ? limit
            : caller is not null && line.IsHeld(other, caller.Place) ? new Obstacle.Held()
            : caller?.RefusedBy.Contains(other.Id) == true ? new Obstacle.Refused()
            : merit.Level > chosen.Level ? new Obstacle.HigherLevel(merit.Level)
            : new Obstacle.LaterInTurn(merit);
    }

    static DateTimeOffset IdleSince(Agent agent, DateTimeOffset at) => agent.State switch
    {
        AgentState.Ready ready => ready.Since,
        AgentState.Offered offered => offered.IdleSince,
        _ => at,
    };
}

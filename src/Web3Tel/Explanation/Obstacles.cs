using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Distribution.Rules;
using Web3Tel.Queues;

namespace Web3Tel.Explanation;

/// <summary>What keeps agents from being offered a caller.</summary>
static class Obstacles
{
    /// <summary>What keeps the agent from any caller; null for one who can be offered one.</summary>
    public static Obstacle? Of(Agent agent, CallCenter state, DateTimeOffset at) => agent.State switch
    {
        AgentState.Ready => OfPhone(agent, state, at),
        AgentState.SignedOut => new Obstacle.SignedOut(),
        AgentState.Offered offered when state.Offers.GetValueOrDefault(offered.Offer) is { State: OfferState.Reserved or OfferState.Calling } offer =>
            new Obstacle.CallingBack(offer.Call, Seconds.Between(offered.Since, at)),
        AgentState.Offered offered when state.CallOf(offered.Offer) is { } call => new Obstacle.Ringing(call, Seconds.Between(offered.Since, at)),
        AgentState.Talking talking when state.CallOf(talking.Offer) is { } call => new Obstacle.Talking(call, Seconds.Between(talking.Since, at)),
        AgentState.WrapUp wrapUp => new Obstacle.WrappingUp(Seconds.Between(at, wrapUp.Until)),
        AgentState.Break rest => new Obstacle.OnBreak(rest.Reason, Seconds.Between(rest.Since, at)),
        AgentState.Resting resting => new Obstacle.Resting(resting.Why, Seconds.Between(at, resting.Until)),
        _ => throw new UnreachableException($"No obstacle for {agent.State}."),
    };

    static Obstacle? OfPhone(Agent agent, CallCenter state, DateTimeOffset at) =>
        agent.IsAvailable ? null
        : agent.OutgoingCalls is [.., var number] && state.OutgoingCalls.GetValueOrDefault(number) is { } own
            ? new Obstacle.CallsOutside(own.To, Seconds.Between(own.Began, at))
        : agent.DoNotDisturb is { } quiet ? new Obstacle.NotToBeDisturbed(Seconds.Between(quiet.Since, at))
        : agent.Outside is { } call ? new Obstacle.InAnotherCall(Seconds.Between(call.Since, at))
        : new Obstacle.PhoneAway();

    /// <summary>What keeps the agent, ready or not, from a caller of this profile; null for one who may have the caller.</summary>
    public static Obstacle? Of(Agent agent, Queue queue, Profile profile) =>
        queue.May(agent, profile) ? null
        : profile.Agent is not null ? new Obstacle.NotSpokenWithLast()
        : agent.Settings.Skills.Lacking(profile.Must) is { IsEmpty: false } lacking ? new Obstacle.LacksSkills(lacking.ToString())
        : new Obstacle.LevelNotOpen(agent.Settings.TierIn(queue.Settings.Name).Level);

    /// <summary>Who serves the queue.</summary>
    public static IEnumerable<Agent> Serving(this CallCenter state, string queue) =>
        state.Agents.Values.Where(agent => agent.Settings.Queues.Contains(queue));
}

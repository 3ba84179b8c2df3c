using System.Diagnostics;
using Web3Tel.Agents;
using Web3Tel.Distribution;

namespace Web3Tel.Explanation;

/// <summary>What keeps agents from being offered a caller.</summary>
static class Obstacles
{
    /// <summary>What keeps the agent from any caller; null for one who can be offered one.</summary>
    public static Obstacle? Of(Agent agent, CallCenter state, DateTimeOffset at) => agent.State switch
    {
        AgentState.Ready => agent.IsAvailable ? null : new Obstacle.PhoneAway(),
        AgentState.SignedOut => new Obstacle.SignedOut(),
        AgentState.Offered offered when state.Offers.GetValueOrDefault(offered.Offer) is { } offer =>
            new Obstacle.Ringing(state.CallOf(offer), Seconds.Between(offered.Since, at)),
        AgentState.Talking talking when state.Offers.GetValueOrDefault(talking.Offer) is { } offer =>
            new Obstacle.Talking(offer.Call, Seconds.Between(talking.Since, at)),
        AgentState.WrapUp wrapUp => new Obstacle.WrappingUp(Seconds.Between(at, wrapUp.Until)),
        AgentState.Break rest => new Obstacle.OnBreak(rest.Reason, Seconds.Between(rest.Since, at)),
        AgentState.Resting resting => new Obstacle.Resting(resting.Why, Seconds.Between(at, resting.Until)),
        _ => throw new UnreachableException($"No obstacle for {agent.State}."),
    };

    /// <summary>Who serves the queue.</summary>
    public static IEnumerable<Agent> Serving(this CallCenter state, string queue) =>
        state.Agents.Values.Where(agent => agent.Settings.Queues.Contains(queue));
}

using System.Diagnostics;
using Web3Tel.Agents;

namespace Web3Tel.Reports;

/// <summary>What an operator does at a moment, as time is counted.</summary>
/// <param name="Clock">As what it counts by the clock.</param>
/// <param name="InConversation">As what it counts in the conversation; null when it is none of a conversation's.</param>
/// <param name="Break">The reason's id; null when not on break.</param>
readonly record struct Activity(Measure Clock, Measure? InConversation = null, string? Break = null)
{
    /// <summary>Null for one who is signed out.</summary>
    /// <param name="agent">The operator.</param>
    /// <param name="isHeld">Whether the caller of the conversation is on hold.</param>
    public static Activity? Of(Agent agent, bool isHeld) => agent.State switch
    {
        AgentState.Talking when isHeld => new Activity(Measure.Holding, Measure.Hold),
        AgentState.Talking => new Activity(Measure.Talking, Measure.Talk),
        AgentState.WrapUp => new Activity(Measure.WrappingUp, Measure.WrapUp),
        AgentState.Break rest => new Activity(Measure.OnBreak, Break: rest.Reason),
        AgentState.Offered => new Activity(Measure.Ringing),
        AgentState.Ready when !agent.OutgoingCalls.IsEmpty => new Activity(Measure.CallingOut),
        AgentState.Ready when agent.Outside is not null => new Activity(Measure.InOtherCall),
        AgentState.Ready when agent.DoNotDisturb is not null => new Activity(Measure.NotDisturbed),
        AgentState.Ready => new Activity(Measure.Ready),
        AgentState.Resting => new Activity(Measure.Resting),
        AgentState.SignedOut => null,
        _ => throw new UnreachableException($"Nothing is counted of {agent.State.GetType().Name}."),
    };
}

namespace Web3Tel.Agents;

/// <summary>How the agent's last wrap-up, rest or break ended.</summary>
public sealed record Ending(DateTimeOffset At, EndedState What, EndingWhy Why)
{
    /// <summary>What ends when the agent goes from one state to the other; null when it is nothing of the kind, or goes on.</summary>
    internal static EndedState? Between(AgentState? before, AgentState after) => before switch
    {
        AgentState.WrapUp when after is not AgentState.WrapUp => EndedState.WrapUp,
        AgentState.Resting when after is not AgentState.Resting => EndedState.Rest,
        AgentState.Break when after is not AgentState.Break => EndedState.Break,
        _ => null,
    };
}

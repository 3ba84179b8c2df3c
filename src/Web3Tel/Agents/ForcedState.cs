namespace Web3Tel.Agents;

/// <summary>What a supervisor can make of an agent. A conversation is never cut by it.</summary>
public enum ForcedState
{
    SignedOut,
    Ready,
    Break,
}

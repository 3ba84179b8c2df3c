namespace Web3Tel.Outgoing;

/// <summary>Where an outgoing call is. Each has a deadline; that of a conversation is a question to the switch.</summary>
public enum OutgoingState
{
    /// <summary>The agent's phone rings first, since somebody asked for the call.</summary>
    RingingAgent,

    /// <summary>The number outside rings; the agent hears that.</summary>
    Dialling,

    /// <summary>The number has answered and is being joined with the agent.</summary>
    Connecting,

    Talking,

    /// <summary>The agent is told why there is no conversation.</summary>
    Telling,

    /// <summary>The agent's call has been told to end.</summary>
    Leaving,

    /// <summary>We lost sight of it: its coming back, the next survey of its switch, or its deadline decides.</summary>
    Orphaned,
}

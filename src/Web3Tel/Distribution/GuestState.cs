namespace Web3Tel.Distribution;

public enum GuestState
{
    /// <summary>The guest's phone rings.</summary>
    Ringing,

    /// <summary>The guest has answered, and the caller is on the way from the conversation before.</summary>
    Answered,

    /// <summary>Being joined with the agent who asks.</summary>
    Joining,

    /// <summary>Talks with the agent who asks.</summary>
    Consulting,

    /// <summary>Being joined with the caller.</summary>
    Connecting,

    /// <summary>Talks with the caller, and is no agent.</summary>
    Talking,

    /// <summary>We lost sight of it: the next survey of its switch, or its deadline, decides.</summary>
    Orphaned,
}

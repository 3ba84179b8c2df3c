namespace Web3Tel.Agents;

/// <summary>Why an agent is not offered calls for a while.</summary>
public enum RestReason
{
    Rejected,
    Busy,
    NoAnswer,
    Unreachable,

    /// <summary>The agent answered, but the switch could not join them with the caller.</summary>
    ConnectFailed,

    /// <summary>The phone was lost in a conversation. Until it registers again, or the time is over.</summary>
    PhoneLost,
}

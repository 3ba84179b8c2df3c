namespace Web3Tel.Voicemail;

/// <summary>What can be done to a message that was left.</summary>
public enum MessageMark
{
    Read,
    Unread,
    Deleted,

    /// <summary>Deleted by the rule that says how long messages are kept.</summary>
    Expired,
}

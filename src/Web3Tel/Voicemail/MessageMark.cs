namespace Web3Tel.Voicemail;

/// <summary>What can be done to a message that was left.</summary>
public enum MessageMark
{
    Read,
    Unread,
    Deleted,
}

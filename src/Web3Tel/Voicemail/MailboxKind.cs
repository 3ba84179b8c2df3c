namespace Web3Tel.Voicemail;

/// <summary>Whose a mailbox is.</summary>
public enum MailboxKind
{
    Queue,
    Operator,

    /// <summary>A number that callers dial.</summary>
    Line,
}

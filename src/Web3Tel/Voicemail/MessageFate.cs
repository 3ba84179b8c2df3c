namespace Web3Tel.Voicemail;

/// <summary>What becomes of a message that a caller began to leave, as the journal is told.</summary>
public enum MessageFate
{
    /// <summary>It lies in its mailbox.</summary>
    Kept,

    /// <summary>Nobody's message: the caller recorded another one instead.</summary>
    RecordedAgain,

    /// <summary>Nobody's message: nothing was said, too little, or nothing could be recorded.</summary>
    TooShort,

    /// <summary>Neither the mailbox nor a file knows anything of it.</summary>
    Lost,

    /// <summary>Kept, and nobody gets it by e-mail.</summary>
    NotMailed,

    /// <summary>Kept, and its e-mail is in the outbox.</summary>
    Mailing,

    /// <summary>The mail server has accepted it for all recipients.</summary>
    Mailed,

    /// <summary>It has not for one of them at least, and is not asked any more.</summary>
    MailFailed,
}

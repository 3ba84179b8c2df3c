namespace Web3Tel.Voicemail;

/// <summary>What has become of a message's e-mail.</summary>
public enum MessageMail
{
    /// <summary>It is in the outbox, on its way.</summary>
    Waiting,

    /// <summary>The server has accepted it for all recipients.</summary>
    Sent,

    /// <summary>It has not for one of them at least, and is not asked any more unless somebody wants it.</summary>
    Failed,
}

namespace Web3Tel.Voicemail;

/// <summary>A message of which the call center does not know yet what becomes of it, or of its e-mail. The message itself is kept elsewhere.</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Mailbox">As <see cref="Voicemail.Mailbox"/> writes it.</param>
/// <param name="Begun">When the call center was told of it.</param>
/// <param name="Fate">What is known so far; null while the caller speaks, or nobody has said how that ended.</param>
public sealed record OpenMessage(string Id, string Mailbox, DateTimeOffset Begun, MessageFate? Fate = null)
{
    /// <summary>Whether that can be what becomes of it next.</summary>
    public bool CanBecome(MessageFate next) => next switch
    {
        MessageFate.Kept or MessageFate.RecordedAgain or MessageFate.TooShort or MessageFate.Lost => Fate is null,
        MessageFate.NotMailed or MessageFate.Mailing => Fate == MessageFate.Kept,
        MessageFate.Mailed or MessageFate.MailFailed => Fate == MessageFate.Mailing,
    };

    /// <summary>Null when all is known that will ever be told.</summary>
    public OpenMessage? Become(MessageFate next) => next is MessageFate.Kept or MessageFate.Mailing ? this with { Fate = next } : null;
}

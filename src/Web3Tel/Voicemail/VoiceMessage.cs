using System.Collections.Immutable;
using Web3Tel.Calls;

namespace Web3Tel.Voicemail;

/// <summary>A message that a caller leaves, from before the beep on.</summary>
public sealed record VoiceMessage
{
    /// <summary>Unique; later messages have greater ones.</summary>
    public required string Id { get; init; }

    public required Mailbox Mailbox { get; init; }

    /// <summary>The call it was left by.</summary>
    public required CallRef Call { get; init; }

    /// <summary>The caller's number; empty when withheld.</summary>
    public required string Number { get; init; }

    /// <summary>The caller's name; may hold any character.</summary>
    public required string Name { get; init; }

    /// <summary>The number the caller dialled; empty when it is not known any more.</summary>
    public required string Dialled { get; init; }

    public required DateTimeOffset Begun { get; init; }

    /// <summary>Path under the recordings folder.</summary>
    public required string File { get; init; }

    public MessageState State { get; init; }

    /// <summary>How long it is; zero while that is not known.</summary>
    public TimeSpan Length { get; init; }

    public bool IsRead { get; init; }

    /// <summary>Whether it was discarded for another one that the caller recorded instead.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>When it was deleted; null when it was not.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Whether it was deleted by the rule that says how long messages are kept.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether it has been given to whoever passes messages on, such as the e-mail.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>What has become of its e-mail; null where nobody gets one, or that is not known yet.</summary>
    public MessageMail? Mail { get; init; }

    /// <summary>What was done to it and is not in the journal yet, in order.</summary>
    public ImmutableArray<UntoldMark> Untold { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the file of a message that nobody wants any more has been removed.</summary>
    public bool IsFileRemoved { get; init; }

    /// <summary>Whether it lies in its mailbox.</summary>
    public bool IsThere => State == MessageState.Kept && Deleted is null;

    /// <summary>Whether something is still to be done about it: its end is not known, somebody or the journal is to be told, its file is to be removed.</summary>
    public bool NeedsCare => !Untold.IsEmpty || State switch
    {
        MessageState.Recording or MessageState.Recorded => true,
        MessageState.Kept => !IsPassedOn || (Deleted is not null && !IsFileRemoved),
        MessageState.Discarded => !IsFileRemoved,
    };

    /// <summary>What has become of it; null while that is not known.</summary>
    public MessageFate? Fate => State switch
    {
        MessageState.Recording or MessageState.Recorded => null,
        MessageState.Kept => MessageFate.Kept,
        MessageState.Discarded => IsReplaced ? MessageFate.RecordedAgain : MessageFate.TooShort,
    };

    /// <summary>What has become of the e-mail of one that was kept; null while that is not known.</summary>
    public MessageFate? MailFate => Mail is { } mail ? Of(mail) : IsPassedOn ? MessageFate.NotMailed : null;

    /// <summary>Enough was said, and the caller is still there.</summary>
    public VoiceMessage Record(TimeSpan length) =>
        State == MessageState.Recording ? this with { State = MessageState.Recorded, Length = length } : this;

    /// <summary>The message is left.</summary>
    /// <param name="length">How long it is, where that was not known before.</param>
    public VoiceMessage Keep(TimeSpan length) => State switch
    {
        MessageState.Recording => this with { State = MessageState.Kept, Length = length },
        MessageState.Recorded => this with { State = MessageState.Kept },
        MessageState.Kept or MessageState.Discarded => this,
    };

    /// <summary>Nothing came of it. What is left stays.</summary>
    public VoiceMessage Discard() => State == MessageState.Kept ? this : this with { State = MessageState.Discarded };

    /// <summary>The caller has recorded another one instead. What is left stays.</summary>
    public VoiceMessage Replace() => State is MessageState.Kept or MessageState.Discarded ? this : this with { State = MessageState.Discarded, IsReplaced = true };

    /// <summary>Somebody does something to it, which is to be told; nothing where it is so already, or the message is not there.</summary>
    public VoiceMessage Marked(MessageMark mark, string by, DateTimeOffset at)
    {
        var marked = !IsThere ? this : mark switch
        {
            MessageMark.Read => this with { IsRead = true },
            MessageMark.Unread => this with { IsRead = false },
            MessageMark.Deleted => this with { Deleted = at },
            MessageMark.Expired => this with { Deleted = at, IsExpired = true },
        };
        return marked == this ? this : marked with { Untold = Untold.Add(new UntoldMark(mark, by, at)) };
    }

    static MessageFate Of(MessageMail mail) => mail switch
    {
        MessageMail.Waiting => MessageFate.Mailing,
        MessageMail.Sent => MessageFate.Mailed,
        MessageMail.Failed => MessageFate.MailFailed,
    };
}

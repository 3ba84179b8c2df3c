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

    /// <summary>When it was deleted; null when it was not.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Whether it has been given to whoever passes messages on, such as the e-mail.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether the file of a message that nobody wants any more has been removed.</summary>
    public bool IsFileRemoved { get; init; }

    /// <summary>Whether it lies in its mailbox.</summary>
    public bool IsThere => State == MessageState.Kept && Deleted is null;

    /// <summary>Whether something is still to be done about it: its end is not known, somebody is to be told, its file is to be removed.</summary>
    public bool NeedsCare => State switch
    {
        MessageState.Recording or MessageState.Recorded => true,
        MessageState.Kept => !IsPassedOn || (Deleted is not null && !IsFileRemoved),
        MessageState.Discarded => !IsFileRemoved,
    };

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
}

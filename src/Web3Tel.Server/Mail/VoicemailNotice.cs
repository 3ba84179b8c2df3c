using System.Collections.Immutable;
using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>What there is to tell of a voicemail.</summary>
/// <param name="Id">The message's id: for one message one e-mail is sent, however often it is asked for.</param>
/// <param name="Mailbox">The mailbox's name.</param>
/// <param name="To">Who is told.</param>
/// <param name="Number">The caller's number; empty when withheld.</param>
/// <param name="Name">The caller's name as the network gave it; may hold any character, or be empty.</param>
/// <param name="Left">When the message was left.</param>
/// <param name="Zone">The time zone of those who are told.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Language">What they read.</param>
/// <param name="Wav">The recording; it must stay where it is until the e-mail is sent.</param>
sealed record VoicemailNotice(
    string Id,
    string Mailbox,
    ImmutableArray<string> To,
    string Number,
    string Name,
    DateTimeOffset Left,
    TimeZoneInfo Zone,
    TimeSpan Length,
    Language Language,
    string Wav)
{
    /// <summary>The queue the caller rang, by its name; empty for none.</summary>
    public string Queue { get; init; } = "";

    /// <summary>The number the caller dialled; empty when it is not known.</summary>
    public string Dialled { get; init; } = "";

    /// <summary>The words, where they are not the usual ones of the language.</summary>
    public VoicemailTemplate? Template { get; init; }
}

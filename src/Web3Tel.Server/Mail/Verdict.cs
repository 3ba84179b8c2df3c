using System.Collections.Immutable;

namespace Web3Tel.Server.Mail;

/// <summary>What an attempt came to.</summary>
/// <param name="Recipients">Those it was for, each with what became of it: sent, failed, or waiting for another attempt.</param>
/// <param name="ServerTrouble">What is wrong with the server as such, so that no other e-mail would fare better; null when nothing is.</param>
/// <param name="HasMetServer">Whether the server was asked at all.</param>
/// <param name="IsInDoubt">Whether the server had the whole text but no answer of it has reached us: it may have accepted.</param>
sealed record Verdict(ImmutableArray<Recipient> Recipients, string? ServerTrouble = null, bool HasMetServer = true, bool IsInDoubt = false)
{
    /// <summary>Where it was stopped, as far as one e-mail to one recipient is concerned; null when nothing is told of that.</summary>
    public MailFault? Fault { get; init; }

    /// <summary>The same for all.</summary>
    public static Verdict Same(IEnumerable<Recipient> recipients, MailState state, string why) =>
        new([.. recipients.Select(recipient => recipient with { State = state, Why = why })]);
}

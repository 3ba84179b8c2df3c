using System.Collections.Immutable;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>How long messages are kept.</summary>
/// <param name="Days">After so many days a message is deleted; null for never.</param>
/// <param name="OfMailboxes">The same for mailboxes that have a rule of their own.</param>
/// <param name="DeletesUnread">Whether also those that nobody has heard are deleted.</param>
/// <param name="DeletesUnsent">Whether also those are deleted whose e-mail has not been sent to everybody.</param>
sealed record MessageKeeping(int? Days, ImmutableDictionary<Mailbox, int?> OfMailboxes, bool DeletesUnread, bool DeletesUnsent)
{
    public static readonly MessageKeeping ForEver = new(null, ImmutableDictionary<Mailbox, int?>.Empty, DeletesUnread: false, DeletesUnsent: false);

    /// <summary>How long those of a mailbox are kept; null for ever.</summary>
    public TimeSpan? For(Mailbox mailbox) => (OfMailboxes.TryGetValue(mailbox, out var own) ? own : Days) is { } days ? TimeSpan.FromDays(days) : null;
}

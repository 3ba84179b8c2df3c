using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>Which messages are wanted, of those that lie in their mailboxes.</summary>
/// <param name="Mailbox">The mailbox, or null for all.</param>
/// <param name="IsUnread">Unread ones only.</param>
/// <param name="Before">Older than this id, or null.</param>
/// <param name="Limit">How many at most, the newest first.</param>
sealed record MessageQuery(Mailbox? Mailbox, bool IsUnread, string? Before, int Limit);

using Web3Tel.Voicemail;

namespace Web3Tel.Server.Storage;

/// <summary>How many messages lie in a mailbox.</summary>
sealed record MailboxCount(Mailbox Mailbox, int Unread, int Read);

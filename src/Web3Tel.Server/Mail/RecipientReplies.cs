using MailKit.Net.Smtp;
using MimeKit;

namespace Web3Tel.Server.Mail;

/// <summary>An SMTP client that goes on when one recipient is refused, and remembers what was said of each.</summary>
sealed class RecipientReplies : SmtpClient, MailKit.ITransferProgress
{
    readonly Dictionary<MailboxAddress, SmtpResponse> refusals = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the whole text has been handed over to the server, so that it may accept it.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Why the recipient was refused, or null when it was not.</summary>
    public SmtpResponse? RefusalOf(MailboxAddress recipient) => refusals.GetValueOrDefault(recipient);

    public void Report(long bytesTransferred, long totalSize) => IsHandedOver |= bytesTransferred >= totalSize;

    public void Report(long bytesTransferred)
    {
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => refusals[mailbox] = response;
}

using MimeKit;

namespace Web3Tel.Server.Mail;

/// <summary>Makes what is sent over the wire from what is in the outbox.</summary>
static class EmailComposer
{
    const int LongestSubject = 200;
    const int LongestFileName = 120;

    /// <param name="mail">What is in the outbox.</param>
    /// <param name="from">The sender.</param>
    /// <param name="attached">The content of the attachment, or null when there is none.</param>
    public static MimeMessage Compose(OutboxEmail mail, MailboxAddress from, byte[]? attached)
    {
        var message = new MimeMessage { MessageId = mail.MessageId, Date = mail.Put, Subject = PlainText.OneLine(mail.Subject, LongestSubject) };
        message.From.Add(from);
        message.To.AddRange(mail.Recipients.Select(recipient => MailAddress.Parse(recipient.Address)).OfType<MailboxAddress>());

        // RFC 3834: nobody's holiday notice is wanted back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var text = new TextPart("plain") { Text = PlainText.Lines(mail.Text) };
        message.Body = mail.Attachment is { } attachment && attached is not null ? new Multipart("mixed") { text, Part(attachment.Name, attached) } : text;
        return message;
    }

    static MimePart Part(string given, byte[] content)
    {
        var name = PlainText.OneLine(given, LongestFileName);
        return new MimePart(MimeTypes.GetMimeType(name))
        {
            Content = new MimeContent(new MemoryStream(content)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
    }
}

using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Settings;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>Messages go out to the addresses of their mailbox: taken when the outbox has them on the disk.</summary>
sealed class MessageByEmail(MailService mail, CurrentSettings current) : IMessageRecipient
{
    public Task Take(VoiceMessage message, string path, CancellationToken cancellation)
    {
        var settings = current.Value;
        if (!settings.VoicemailReaders.TryGetValue(message.Mailbox, out var readers))
        {
            return Task.CompletedTask;
        }

        var outbox = mail.Outbox ?? throw new InvalidOperationException("The outbox is closed, as the service stops: the next start passes the message on.");
        var language = readers.Language ?? settings.Voicemail.Language;
        return outbox.Put(VoicemailEmail.Of(new VoicemailNotice(
            message.Id,
            message.Mailbox.Name,
            readers.To,
            message.Number,
            message.Name,
            message.Begun,
            settings.TimeZone,
            message.Length,
            language,
            path)
        {
            Queue = message.Mailbox.Kind == MailboxKind.Queue ? message.Mailbox.Name : settings.Lines.GetValueOrDefault(message.Dialled, ""),
            Dialled = message.Dialled,
            Template = settings.VoicemailTemplates[language],
        })).WaitAsync(cancellation);
    }
}

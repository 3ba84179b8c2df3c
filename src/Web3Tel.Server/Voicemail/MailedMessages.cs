using System.Reactive.Linq;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>Follows the e-mails of messages: what becomes of them is written down with the message, since the outbox forgets it after some time.</summary>
sealed class MailedMessages(CallCenterService center, MailService mail)
{
    /// <summary>Writes down what becomes of e-mails, in the order in which it comes, and gives the ids of their messages when that is on the disk.</summary>
    public IObservable<string> Follow() => (mail.Outbox?.Ended ?? Observable.Never<OutboxEmail>())
        .Select(email => (Message: VoicemailEmail.MessageOf(email.Key), State: Of(email.State)))
        .Where(ended => ended.Message is not null)
        // A store that closes: the next start looks what became of them.
        .Select(ended => Observable.FromAsync(() => Write(ended.Message!, ended.State)).Catch((Exception _) => Observable.Return<VoiceMessage?>(null)))
        .Merge()
        .Where(message => message is not null)
        .Select(message => message!.Id);

    /// <summary>What has become of the e-mail as the outbox says now, else as is written down.</summary>
    public async Task<MessageMail?> Look(VoiceMessage message) =>
        await Find(message.Id).ConfigureAwait(false) is { } now && now != message.Mail
            // Meanwhile it may have been written down that it was sent: what is known later counts.
            ? (await center.Messages.Update(message.Id, found => found.Mail == message.Mail ? found with { Mail = now } : found).ConfigureAwait(false))?.Mail
            : message.Mail;

    /// <summary>What the outbox knows of the e-mail of a message; null for nothing.</summary>
    public async Task<MessageMail?> Find(string message) =>
        mail.Outbox is { } outbox && await outbox.StateOf(VoicemailEmail.KeyOf(message)).ConfigureAwait(false) is { } state ? Of(state) : null;

    Task<VoiceMessage?> Write(string message, MessageMail now) => center.Messages.Update(message, found => found with { Mail = now });

    static MessageMail Of(MailState state) => state switch
    {
        MailState.Waiting => MessageMail.Waiting,
        MailState.Sent => MessageMail.Sent,
        MailState.Failed => MessageMail.Failed,
    };
}

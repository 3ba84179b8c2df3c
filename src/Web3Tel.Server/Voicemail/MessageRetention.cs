using Web3Tel.Server.Hosting;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>
/// Deletes messages that have been kept long enough. First the index says so, and what is to be told of it, as one; the keeper of messages tells
/// the journal, then removes the file. So a death at any moment leaves a message that is there, or one that the next start finishes.
/// </summary>
sealed class MessageRetention(CallCenterService center, CurrentSettings settings, MailedMessages mailed, TimeProvider time, ILogger<MessageRetention> logger)
{
    const string By = "retention";
    const int AtOnce = 100;

    /// <summary>In one go: what waits for its turn behind it does not wait long.</summary>
    const int AtMost = 1_000;

    /// <summary>So long it is remembered that there was a message: were its file still there, it would be taken for one that nobody knows.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(VoicemailKeeper.DaysBack + 1);

    MessageStore Messages => center.Messages;

    /// <exception cref="IOException">The disk does not let us; what is left over is deleted the next time.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var keeping = settings.Value.VoicemailKeeping;
        var rest = AtMost;
        foreach (var count in await Messages.Counts().ConfigureAwait(false))
        {
            if (keeping.For(count.Mailbox) is { } stay && count is not { Unread: 0, Read: 0 })
            {
                rest -= await Delete(count.Mailbox, now - stay, keeping, rest, cancellation).ConfigureAwait(false);
            }
        }

        await Messages.Forget(now - Remembered).ConfigureAwait(false);
    }

    async Task<int> Delete(Mailbox mailbox, DateTimeOffset before, MessageKeeping keeping, int most, CancellationToken cancellation)
    {
        var (deleted, last) = (0, (string?)null);
        while (deleted < most && await Messages.Oldest(mailbox, last, before, AtOnce).ConfigureAwait(false) is { Count: > 0 } due)
        {
            cancellation.ThrowIfCancellationRequested();
            deleted += (await Task.WhenAll(due.Select(message => Delete(message, keeping))).ConfigureAwait(false)).Count(isDeleted => isDeleted);
            last = due[^1].Id;
        }

        if (deleted > 0)
        {
            Log.MessagesDeleted(logger, deleted, mailbox.ToString(), before);
        }

        return deleted;
    }

    async Task<bool> Delete(VoiceMessage message, MessageKeeping keeping)
    {
        if (!keeping.DeletesUnsent && !(message.IsPassedOn && await IsSent(message).ConfigureAwait(false)))
        {
            return false;
        }

        // Judged there once more: meanwhile somebody may have marked it as unread.
        var after = await Messages.Update(
            message.Id, found => found.IsRead || keeping.DeletesUnread ? found.Marked(MessageMark.Expired, By, time.GetUtcNow()) : found).ConfigureAwait(false);
        return after is { IsExpired: true };
    }

    /// <summary>Or nobody gets it by e-mail. Somebody may have sent again what had failed.</summary>
    async Task<bool> IsSent(VoiceMessage message) =>
        message.Mail is null or MessageMail.Sent || await mailed.Look(message).ConfigureAwait(false) == MessageMail.Sent;
}

using Web3Tel.Server.Accounts;
using Web3Tel.Server.Hosting;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>Messages as visitors handle them, on a page or by the API: of one that is none of theirs they learn nothing, as if it were not there.</summary>
sealed class MessageHandling(CallCenterService center, MessageTelling telling, TimeProvider time)
{
    static readonly TimeSpan DiskPatience = TimeSpan.FromSeconds(5);

    /// <summary>Null for one that is not there, or none of the visitor's business.</summary>
    public async Task<VoiceMessage?> Find(string id, Visitor visitor) =>
        await center.Messages.Get(id).ConfigureAwait(false) is { IsThere: true } message && visitor.ToMailbox(center.Current, message.Mailbox) is null ? message : null;

    /// <param name="by">As it is to stand in the audit trail.</param>
    public async Task<MessageHandled> Mark(string id, MessageMark mark, Visitor visitor, string by)
    {
        if (await Find(id, visitor).ConfigureAwait(false) is null)
        {
            return MessageHandled.Unknown;
        }

        try
        {
            await MarkAndTell().WaitAsync(DiskPatience, time).ConfigureAwait(false);
            return MessageHandled.Done;
        }
        catch (TimeoutException)
        {
            return MessageHandled.Later;
        }

        // Whoever looks into the audit trail next finds it there.
        async Task MarkAndTell()
        {
            await center.Messages.Update(id, found => found.Marked(mark, by, time.GetUtcNow())).ConfigureAwait(false);
            await telling.Tell(id, CancellationToken.None).ConfigureAwait(false);
        }
    }
}

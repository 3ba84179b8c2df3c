using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.Server.Hosting;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Voicemail;

/// <summary>
/// Tells the journal what becomes of messages and what is done to them. It is written down with the message first, so a death loses nothing; and
/// what the journal has already is not told again.
/// </summary>
sealed class MessageTelling(CallCenterService center)
{
    static readonly AuditedAct[] Acts = [.. Enum.GetValues<MessageMark>().Select(AuditedActs.Of)];

    readonly TurnsByName turns = new();

    /// <summary>What was done to a message, and what became of it, as far as the journal does not have it.</summary>
    public async Task Tell(string id, CancellationToken cancellation)
    {
        using var turn = await turns.Take(id, cancellation).ConfigureAwait(false);
        if (await center.Messages.Get(id).ConfigureAwait(false) is { } message)
        {
            await TellFate(message).ConfigureAwait(false);
            await TellMarks(message, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What nothing is known of any more: neither the index nor a file.</summary>
    public async Task TellLost(string id)
    {
        if (await center.Messages.Get(id).ConfigureAwait(false) is null)
        {
            await center.PostDecided((at, _) => new Event.MessageSettled(at, id, MessageFate.Lost)).ConfigureAwait(false);
        }
    }

    /// <summary>One after the other: that it was kept, that its e-mail is on its way, that it was sent.</summary>
    async Task TellFate(VoiceMessage message)
    {
        var state = center.Current;
        while (state?.Messages.GetValueOrDefault(message.Id) is { } open && Next(open, message) is { } fate)
        {
            state = await center.PostDecided((at, _) => new Event.MessageSettled(at, message.Id, fate)).ConfigureAwait(false);
        }
    }

    static MessageFate? Next(OpenMessage open, VoiceMessage message) => new[] { message.Fate, message.MailFate, message.Mail is null ? null : MessageFate.Mailing }
        .FirstOrDefault(fate => fate is { } next && open.CanBecome(next));

    async Task TellMarks(VoiceMessage message, CancellationToken cancellation)
    {
        foreach (var mark in message.Untold)
        {
            if (!IsTold(message, mark))
            {
                await center.PostDurably(at => new Event.MessageMarked(at, mark.By, message.Mailbox.ToString(), message.Id, mark.Mark), cancellation).ConfigureAwait(false);
            }

            await center.Messages.Update(message.Id, found => found with { Untold = found.Untold.Remove(mark) }).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The service may have died between telling it and writing down that it was told: then it is the last that was told of the message. What was
    /// told earlier was another one, such as the first of two times that somebody marked it as read, and not as read in between.
    /// </summary>
    bool IsTold(VoiceMessage message, UntoldMark mark) => center.Current.Audit.Values.LastOrDefault(record => record.Detail == message.Id && Acts.Contains(record.Act)) is { } last
        && last.At >= mark.At && last.By == mark.By && last.Act == AuditedActs.Of(mark.Mark);
}

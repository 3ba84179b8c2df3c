using System.Diagnostics;
using Web3Tel.Distribution;
using Web3Tel.Voicemail;

namespace Web3Tel.Reports;

/// <summary>Counts messages for the queue, operator or line whose mailbox they lie in.</summary>
static class Messages
{
    /// <summary>What was done to a message is counted when it was done.</summary>
    public static void Count(Facts facts, Event.MessageMarked marked)
    {
        if (At(facts, Slot.Of(marked.At), marked.Mailbox) is { } tally)
        {
            var (measure, n) = marked.Mark switch
            {
                MessageMark.Read => (Measure.VoicemailsRead, 1),
                MessageMark.Unread => (Measure.VoicemailsRead, -1),
                MessageMark.Deleted => (Measure.VoicemailsDeleted, 1),
                _ => throw new UnreachableException($"Nothing is counted for {marked.Mark}."),
            };
            tally.Count(measure, n);
        }
    }

    /// <param name="mailbox">As <see cref="Mailbox"/> writes it; null for anything else.</param>
    public static Tally? At(Facts facts, long slot, string mailbox) => Mailbox.Read(mailbox) is { } box
        ? facts.In(slot).Of(SubjectOf(box.Kind), box.Name)
        : null;

    static Subject SubjectOf(MailboxKind kind) => kind switch
    {
        MailboxKind.Queue => Subject.Queue,
        MailboxKind.Operator => Subject.Operator,
        MailboxKind.Line => Subject.Line,
    };
}

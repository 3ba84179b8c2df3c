using System.Diagnostics;
using Web3Tel.Distribution;
using Web3Tel.Voicemail;

namespace Web3Tel.Reports;

/// <summary>Counts messages for the queue, operator or line whose mailbox they lie in.</summary>
static class Messages
{
    public static void Count(Facts facts, Moment moment)
    {
        switch (moment.Happened)
        {
            case Event.MessageBegun begun when moment.After.Messages.GetValueOrDefault(begun.Message) is { } message && !moment.Before.Messages.ContainsKey(begun.Message):
                At(facts, message.Begun, message.Mailbox)?.Count(Measure.Voicemails, 1);
                break;
            case Event.MessageSettled settled when moment.Before.Messages.GetValueOrDefault(settled.Message) is { } message && message.CanBecome(settled.Fate):
                if (MeasureOf(settled.Fate) is { } measure)
                {
                    At(facts, message.Begun, message.Mailbox)?.Count(measure, 1);
                }

                break;
            case Event.MessageMarked marked:
                Count(facts, marked);
                break;
        }
    }

    /// <summary>What was done to a message is counted when it was done.</summary>
    static void Count(Facts facts, Event.MessageMarked marked)
    {
        if (At(facts, marked.At, marked.Mailbox) is { } tally)
        {
            var (measure, n) = marked.Mark switch
            {
                MessageMark.Read => (Measure.VoicemailsRead, 1),
                MessageMark.Unread => (Measure.VoicemailsRead, -1),
                MessageMark.Deleted => (Measure.VoicemailsDeleted, 1),
                MessageMark.Expired => (Measure.VoicemailsExpired, 1),
                _ => throw new UnreachableException($"Nothing is counted for {marked.Mark}."),
            };
            tally.Count(measure, n);
        }
    }

    /// <summary>What becomes of a message is counted when it was begun, so that what was begun is the sum of what became of it.</summary>
    static Measure? MeasureOf(MessageFate fate) => fate switch
    {
        MessageFate.Kept => Measure.VoicemailsKept,
        MessageFate.RecordedAgain => Measure.VoicemailsRecordedAgain,
        MessageFate.TooShort => Measure.VoicemailsTooShort,
        MessageFate.Lost => Measure.VoicemailsLost,
        MessageFate.NotMailed => null,
        MessageFate.Mailing => Measure.VoicemailsToMail,
        MessageFate.Mailed => Measure.VoicemailsMailed,
        MessageFate.MailFailed => Measure.VoicemailsMailFailed,
    };

    /// <param name="mailbox">As <see cref="Mailbox"/> writes it; null for anything else.</param>
    static Tally? At(Facts facts, DateTimeOffset at, string mailbox) => Mailbox.Read(mailbox) is { } box
        ? facts.In(Slot.Of(at)).Of(SubjectOf(box.Kind), box.Name)
        : null;

    static Subject SubjectOf(MailboxKind kind) => kind switch
    {
        MailboxKind.Queue => Subject.Queue,
        MailboxKind.Operator => Subject.Operator,
        MailboxKind.Line => Subject.Line,
    };
}

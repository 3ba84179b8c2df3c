using Web3Tel.Server.Api;
using Web3Tel.Server.Hosting;
using Web3Tel.Server.Mail;
using Web3Tel.Server.Panel;
using Web3Tel.Server.Scenarios;
using Web3Tel.Server.Storage;

namespace Web3Tel.Server.Happenings;

/// <summary>Takes the picture apart into pieces, in the order in which they are told.</summary>
sealed class PictureReader(CallCenterService center, MailService mail, ScenarioList scenarios, ILogger logger)
{
    IReadOnlyList<MailboxCount> mailboxes = [];
    OutboxCounts emails;

    public async Task<IReadOnlyList<Piece>> Read(Wall wall)
    {
        await Count().ConfigureAwait(false);
        var pieces = new List<Piece>();
        pieces.AddRange(wall.Board.Queues.Select(queue => new Piece(PieceType.Queue, queue.Name, queue with { LongestWaitSeconds = 0 }, queue)));
        pieces.AddRange(wall.Board.Operators.Select(one => new Piece(PieceType.Operator, one.Id, one, one)));
        pieces.AddRange(wall.Board.Calls.Select(call => new Piece(PieceType.Call, call.Id, call with { WaitedSeconds = 0 }, call)));
        pieces.AddRange(wall.History.Reverse().Select(call => new Piece(PieceType.Ended, call.Id, (call.Journey.Count, call.Recording), call)));
        pieces.AddRange(mailboxes.Select(box => new Piece(PieceType.Mailbox, box.Mailbox.ToString(), box, box)));
        pieces.Add(new Piece(PieceType.Outbox, "", (emails, mail.Outbox?.Trouble), new Emails(emails.Waiting, emails.Failed, emails.Sent, mail.Outbox?.Trouble)));
        pieces.Add(new Piece(PieceType.Health, "", (wall.StorageTrouble, wall.SwitchTrouble), Health.Of(wall.StorageTrouble, wall.SwitchTrouble)));
        pieces.AddRange(scenarios.All.Select(one => new Piece(PieceType.Scenario, one.Name, one.Compared, one)));
        return pieces;
    }

    /// <summary>While a disk cannot be read, what was counted last is told.</summary>
    async Task Count()
    {
        try
        {
            mailboxes = await center.Messages.Counts().ConfigureAwait(false);
            emails = mail.Outbox is { } outbox ? await outbox.Counts().ConfigureAwait(false) : default;
        }
        catch (Exception e)
        {
            Log.EventsUncounted(logger, e);
        }
    }

    /// <summary>How many e-mails there are, and what keeps them from being sent.</summary>
    sealed record Emails(int Waiting, int Failed, int Sent, string? Trouble);
}

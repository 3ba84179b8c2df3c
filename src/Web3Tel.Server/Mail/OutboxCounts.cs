namespace Web3Tel.Server.Mail;

/// <summary>How many e-mails are in the outbox.</summary>
readonly record struct OutboxCounts(int Waiting, int Failed, int Sent)
{
    public OutboxCounts With(MailState state, int more) => state switch
    {
        MailState.Waiting => this with { Waiting = Waiting + more },
        MailState.Failed => this with { Failed = Failed + more },
        MailState.Sent => this with { Sent = Sent + more },
    };
}

using System.Diagnostics.Metrics;

namespace Web3Tel.Server.Mail;

/// <summary>What can be counted from outside, by the meter <c>Web3Tel.Mail</c>.</summary>
static class Meters
{
    static readonly Meter Meter = new("Web3Tel.Mail");

    static readonly Counter<long> Sent = Meter.CreateCounter<long>("web3tel.mail.sent", description: "E-mails that the server accepted for every recipient");

    static readonly Counter<long> Failed = Meter.CreateCounter<long>("web3tel.mail.failed", description: "E-mails that failed for a recipient at least");

    static readonly Counter<long> Retries = Meter.CreateCounter<long>("web3tel.mail.retries", description: "Attempts after which an e-mail is tried again");

    static readonly Counter<long> Doubts =
        Meter.CreateCounter<long>("web3tel.mail.doubts", description: "Attempts after which it is unknown whether the server accepted");

    /// <summary>Counts what an attempt came to.</summary>
    public static void Count(OutboxEmail before, OutboxEmail after)
    {
        var counter = after.State switch
        {
            MailState.Waiting => Retries,
            MailState.Failed => Failed,
            MailState.Sent => Sent,
        };
        counter.Add(1);
        Doubts.Add(after.Doubts - before.Doubts);
    }
}

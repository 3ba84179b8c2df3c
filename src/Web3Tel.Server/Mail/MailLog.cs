using Web3Tel.Server.Settings;

namespace Web3Tel.Server.Mail;

/// <summary>What becomes of e-mails, in the log: a line for each attempt. Neither texts nor subjects are written there.</summary>
static class MailLog
{
    public static void Tell(ILogger logger, MailSettings settings, OutboxEmail after, Verdict verdict)
    {
        if (verdict.IsInDoubt)
        {
            Log.MailInDoubt(logger, after.Id, after.Key, after.MessageId);
        }

        switch (after.State)
        {
            case MailState.Waiting:
                Log.MailPutOff(logger, after.Id, after.Key, after.Attempts, after.Why, after.NextTry);
                break;
            case MailState.Failed:
                Log.MailFailed(logger, after.Id, after.Key, after.Attempts, after.Why);
                break;
            case MailState.Sent:
                Log.MailSent(logger, after.Id, after.Key, string.Join(", ", after.Recipients.Select(one => one.Address)), settings.ToString(), after.Attempts);
                break;
        }
    }
}

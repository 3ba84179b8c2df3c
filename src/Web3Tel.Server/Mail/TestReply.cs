namespace Web3Tel.Server.Mail;

/// <summary>What became of a test e-mail.</summary>
/// <param name="Fault">Where it was stopped; null when the server accepted it.</param>
/// <param name="Said">What the server said, or what kept us from asking it.</param>
sealed record TestReply(MailFault? Fault, string Said)
{
    public bool IsAccepted => Fault is null;
}

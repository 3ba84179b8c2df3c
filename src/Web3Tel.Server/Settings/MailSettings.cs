using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace Web3Tel.Server.Settings;

/// <summary>The server that takes our e-mails.</summary>
/// <param name="Host">Its name, as in its certificate, or its address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the way to it is protected.</param>
/// <param name="User">The name we authenticate by; empty for none.</param>
/// <param name="Password">The password; never shown.</param>
/// <param name="From">Whom e-mails come from.</param>
/// <param name="Trusted">Certificates to trust besides those the machine trusts: the server's own, or its issuer's.</param>
/// <param name="GiveUpAfter">How long an e-mail is tried.</param>
/// <param name="Longest">How long one attempt may take.</param>
/// <param name="Keep">How long an e-mail is remembered after it was sent or failed.</param>
sealed record MailSettings(
    string Host,
    int Port,
    MailSecurity Security,
    string User,
    string Password,
    MailboxAddress From,
    X509Certificate2Collection Trusted,
    TimeSpan GiveUpAfter,
    TimeSpan Longest,
    TimeSpan Keep)
{
    public override string ToString() => $"{Host}:{Port}";
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using Web3Tel.Server.Mail;

namespace Web3Tel.Server.Settings;

/// <summary>Reads which server takes our e-mails.</summary>
static class MailReader
{
    const double Year = 365;

    /// <returns>Null while no host is set: then no e-mail is sent.</returns>
    public static MailSettings? Read(SettingsReader section)
    {
        var host = section.Text("Host");
        var security = section.OneOf("Security", MailSecurity.StartTls);
        var user = section.Text("User");
        var password = section.Text("Password");
        var settings = new MailSettings(
            host,
            section.Number("Port", UsualPort(security), 1, 65_535),
            security,
            user,
            password,
            From(section, isNeeded: host.Length > 0),
            Trusted(section),
            TimeSpan.FromHours(section.Number("GiveUpHours", 72, 1, 24 * 30)),
            section.Seconds("LongestSeconds", 120, 1, 3_600),
            TimeSpan.FromDays(section.Number("KeepDays", 30, 1, (int)Year)));
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            section.Refuse("Host", $"is \"{host}\".", "Give the name of the mail server alone, such as smtp.example.com; the port has a setting of its own.");
        }

        if (user.Length > 0 && password.Length == 0)
        {
            section.Refuse("Password", "is missing.", $"Set it to the password of \"{user}\", best in the environment: Web3Tel__Mail__Password.");
        }

        if (user.Length == 0 && password.Length > 0)
        {
            section.Refuse("User", "is missing.", "Set it to the name the password belongs to, or remove the password.");
        }

        if (user.Length > 0 && security is MailSecurity.None or MailSecurity.StartTlsIfOffered && !IsThisMachine(host))
        {
            section.Refuse("Security", $"is {security}.", "The password could go over the network in the clear: give StartTls or Tls, or remove User and Password.");
        }

        section.RefuseOthers();
        return host.Length == 0 ? null : settings;
    }

    static int UsualPort(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => 587,
        MailSecurity.StartTlsIfOffered or MailSecurity.None => 25,
        MailSecurity.Tls => 465,
    };

    static MailboxAddress From(SettingsReader section, bool isNeeded)
    {
        const string Fix = "Give the address e-mails come from, such as calls@example.com or \"Call center <calls@example.com>\".";
        var text = isNeeded ? section.Required("From", Fix) : section.Text("From");
        if (text.Length == 0)
        {
            return new MailboxAddress("", "");
        }

        if (MailAddress.Parse(text) is { } address && !MailAddress.NeedsUtf8(address))
        {
            return address;
        }

        section.Refuse("From", $"is \"{text}\".", Fix);
        return new MailboxAddress("", "");
    }

    static X509Certificate2Collection Trusted(SettingsReader section)
    {
        var trusted = new X509Certificate2Collection();
        var path = section.Text("TrustedCertificate");
        if (path.Length == 0)
        {
            return trusted;
        }

        try
        {
            trusted.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            section.Refuse("TrustedCertificate", $"is \"{path}\", which cannot be read ({e.Message}).", "Give a PEM file with the certificate of the mail server or of its issuer.");
            return trusted;
        }

        if (trusted.Count == 0)
        {
            section.Refuse("TrustedCertificate", $"is \"{path}\", which has no certificate.", "Give a PEM file with the certificate of the mail server or of its issuer.");
        }

        return trusted;
    }

    static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

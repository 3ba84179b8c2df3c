using System.Globalization;
using MimeKit;

namespace Web3Tel.Server.Mail;

/// <summary>Addresses, as people write them.</summary>
static class MailAddress
{
    /// <summary>The address, or null when the text is none: it needs one @ with something on both sides, and no control characters.</summary>
    public static MailboxAddress? Parse(string text) =>
        !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var address)
        && address.LocalPart.Length > 0 && address.Domain.Length > 0
        && !address.Address.Any(char.IsWhiteSpace)
            ? address
            : null;

    /// <summary>The domain in the letters of DNS.</summary>
    public static string AsciiDomain(MailboxAddress address)
    {
        try
        {
            return new IdnMapping().GetAscii(address.Domain);
        }
        catch (ArgumentException)
        {
            return "web3tel.invalid";
        }
    }

    /// <summary>Whether the part before the @ has letters that only a server with SMTPUTF8 takes; the part after it has an ASCII form.</summary>
    public static bool NeedsUtf8(MailboxAddress address) => !System.Text.Ascii.IsValid(address.LocalPart);
}

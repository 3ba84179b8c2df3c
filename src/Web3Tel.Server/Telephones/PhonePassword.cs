using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Web3Tel.Server.Telephones;

/// <summary>
/// The password that an operator's telephone registers with, kept as what SIP's digest is made of (A1, an MD5 of user, domain and password). Whoever
/// has it can register as that telephone: it keeps the password from being read, and from being tried elsewhere.
/// </summary>
sealed class PhonePassword
{
    const string Scheme = "sip-a1";
    const int HashDigits = 32;

    PhonePassword(string hash) => Hash = hash;

    /// <summary>A1 in small hexadecimal digits, for the switch alone.</summary>
    public string Hash { get; }

    /// <param name="user">Who registers, such as <c>1001</c>.</param>
    /// <param name="domain">The domain that asks for the password.</param>
    /// <param name="password">As it is typed into the telephone.</param>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "SIP's digest is of MD5.")]
    public static PhonePassword Of(string user, string domain, string password) =>
        new(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{user}:{domain}:{password}"))));

    /// <summary>Reads what <see cref="Secret"/> wrote; null for anything else.</summary>
    public static PhonePassword? Read(string text) =>
        text.Split('$') is [Scheme, { Length: HashDigits } hash] && hash.All(char.IsAsciiHexDigitLower) ? new PhonePassword(hash) : null;

    /// <summary>For the settings, and for nothing that is shown.</summary>
    public string Secret() => $"{Scheme}${Hash}";

    public override string ToString() => "a telephone's password";
}

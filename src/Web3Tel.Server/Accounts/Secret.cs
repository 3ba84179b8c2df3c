using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Web3Tel.Server.Accounts;

/// <summary>Secrets that we make ourselves: long enough that a plain hash of one tells nobody what it was.</summary>
static class Secret
{
    /// <summary>Says what it is, to whoever finds one lying about.</summary>
    const string Prefix = "w3t_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool AreSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Web3Tel.Server.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 by SHA-1, thirty seconds and six digits, as all of these apps have it.</summary>
static class Totp
{
    const int Digits = 6;
    const int SecretBytes = 20;
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static string NewSecret() => Text(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What an app takes to know the account.</summary>
    public static string Address(string name, string secret) => $"otpauth://totp/Web3Tel:{Uri.EscapeDataString(name)}?secret={secret}&issuer=Web3Tel";

    /// <summary>Which step's code it is, of the present one and those beside it, since clocks differ; null for none of them.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset at)
    {
        var key = Bytes(secret);
        var now = at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;
        return code.Length != Digits || key.Length != SecretBytes
            ? null
            : new[] { now, now - 1, now + 1 }.Select(step => (long?)step).FirstOrDefault(step => Secret.AreSame(CodeAt(key, step!.Value, Digits), code));
    }

    /// <summary>RFC 4226.</summary>
    internal static string CodeAt(byte[] key, long step, int digits)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC's; what is known against SHA-1 does not touch HMAC.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Base32 of RFC 4648.</summary>
    internal static string Text(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return (bits == 0 ? text : text.Append(Alphabet[(buffer << (5 - bits)) & 31])).ToString();
    }

    /// <summary>Nothing for what is none.</summary>
    internal static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var value in text.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)))
        {
            if (value < 0)
            {
                return [];
            }

            (buffer, bits) = (((buffer << 5) | value) & 0xFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}

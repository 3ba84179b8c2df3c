using System.Globalization;
using System.Security.Cryptography;

namespace Web3Tel.Phones;

/// <summary>
/// A number only its operator knows, kept as what was made of it (PBKDF2 with a salt of its own). Four digits are found by whoever has this
/// and some minutes: it keeps a PIN from being read, not from being searched for.
/// </summary>
public sealed class Pin
{
    public const int Shortest = 4;

    public const int Longest = 12;

    const string Scheme = "pbkdf2-sha256";
    const int Rounds = 100_000;
    const int MostRounds = 10_000_000;
    const int SaltBytes = 16;
    const int HashBytes = 32;

    readonly int _rounds;
    readonly byte[] _salt;
    readonly byte[] _hash;

    Pin(int rounds, byte[] salt, byte[] hash) => (_rounds, _salt, _hash) = (rounds, salt, hash);

    /// <summary>What is kept of a new PIN, each time another.</summary>
    /// <exception cref="ArgumentException">It is not 4 to 12 digits.</exception>
    public static Pin Of(string digits)
    {
        if (!IsPin(digits))
        {
            throw new ArgumentException($"A PIN has {Shortest} to {Longest} digits.", nameof(digits));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new Pin(Rounds, salt, Derive(digits, salt, Rounds));
    }

    public static bool IsPin(string digits) => digits.Length is >= Shortest and <= Longest && digits.All(char.IsAsciiDigit);

    /// <summary>Reads what <see cref="Secret"/> wrote; null for anything else.</summary>
    public static Pin? Read(string text)
    {
        if (text.Split('$') is not [Scheme, var count, var salt, var hash]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) || rounds is < 1 or > MostRounds)
        {
            return null;
        }

        Span<byte> saltBytes = stackalloc byte[SaltBytes];
        Span<byte> hashBytes = stackalloc byte[HashBytes];
        return Convert.TryFromBase64String(salt, saltBytes, out var salted) && salted == SaltBytes
            && Convert.TryFromBase64String(hash, hashBytes, out var hashed) && hashed == HashBytes
            ? new Pin(rounds, saltBytes.ToArray(), hashBytes.ToArray())
            : null;
    }

    /// <summary>Takes some hundredths of a second of the processor, on purpose.</summary>
    public bool Is(string digits) => CryptographicOperations.FixedTimeEquals(Derive(digits, _salt, _rounds), _hash);

    /// <summary>For the settings, and for nothing that is shown.</summary>
    public string Secret() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}${_rounds}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    public override string ToString() => "a PIN";

    static byte[] Derive(string digits, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(digits, salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}

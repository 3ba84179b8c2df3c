namespace Web3Tel.Callbacks;

/// <summary>Numbers that somebody can be called at.</summary>
public static class CallableNumber
{
    const int Fewest = 3;

    /// <summary>As long as numbers get: E.164 has 15 digits, and some networks put digits before them.</summary>
    public const int Most = 20;

    /// <summary>
    /// The number as it is dialled: digits, with a plus before them or not. Null when it is none, as where the network says
    /// <c>anonymous</c>, or nothing but zeros.
    /// </summary>
    public static string? Of(string number)
    {
        var dialled = string.Concat(number.Where(c => !(char.IsWhiteSpace(c) || c is '-' or '(' or ')' or '.' or '/')));
        var digits = dialled.StartsWith('+') ? dialled[1..] : dialled;
        return digits.Length is >= Fewest and <= Most && digits.All(char.IsAsciiDigit) && digits.Any(digit => digit != '0') ? dialled : null;
    }
}

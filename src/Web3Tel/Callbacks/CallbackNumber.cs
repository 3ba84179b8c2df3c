namespace Web3Tel.Callbacks;

/// <summary>One number, however it is written.</summary>
public static class CallbackNumber
{
    /// <summary>As it is dialled: digits, and the + where there is one. Null for what is no number.</summary>
    public static string? Read(string written)
    {
        var number = string.Concat(written.Where(c => c is not (' ' or '\u00a0' or '-' or '(' or ')' or '.' or '/')));
        var digits = number.StartsWith('+') ? number[1..] : number;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? number : null;
    }

    /// <summary>The same for each way to write the number; no queue's name has a slash.</summary>
    internal static string? KeyOf(string queue, string number) => Read(number) is { } read ? $"{queue}/{read.TrimStart('+')}" : null;
}

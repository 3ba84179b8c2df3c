using System.Collections.Immutable;

namespace Web3Tel.Callbacks;

/// <summary>Which numbers may be called back. Prefixes are compared as the number is dialled, a leading + included.</summary>
public sealed record NumberRule
{
    /// <summary>The fewest digits; 0 for the default, which leaves out the numbers of the police.</summary>
    public int Shortest { get; init => field = value == 0 ? 5 : value; } = 5;

    /// <summary>The most digits; 0 for the default.</summary>
    public int Longest { get; init => field = value == 0 ? 15 : value; } = 15;

    /// <summary>How a number must begin; none for in any way.</summary>
    public ImmutableArray<string> Allowed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How a number must not begin, whatever else is allowed.</summary>
    public ImmutableArray<string> Blocked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <param name="number">As <see cref="CallbackNumber"/> reads it.</param>
    public bool Allows(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        return digits >= Shortest && digits <= Longest
            && (Allowed.IsEmpty || Allowed.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal)))
            && !Blocked.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal));
    }
}

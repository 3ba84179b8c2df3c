using Web3Tel.Speech;

namespace Web3Tel.Prompts;

/// <summary>Something said to callers, by a name: recorded, or spoken by its text.</summary>
/// <param name="Name">What flows and settings call it: <c>prompt:</c> and this.</param>
/// <param name="File">The recording, in the switch's own words; null where there is none.</param>
/// <param name="Text">What it says; it is spoken where there is no recording, or where that cannot be played. Null when nobody has written it down.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="IsLost">Whether there was a recording, and its file is gone.</param>
public sealed record Prompt(string Name, string? File, string? Text, Language Language, bool IsLost = false)
{
    const int LongestName = 64;

    /// <summary>Letters, digits, <c>.</c>, <c>-</c> and <c>_</c>, the first a letter or digit: never the name of another folder.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

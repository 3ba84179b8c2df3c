using System.Runtime.CompilerServices;

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Command text is not encoded by anyone: a line break in a caller's name would be a command of its own. So it is refused.
/// </summary>
static class OneLine
{
    /// <summary>The value itself, when it can stand on one line of a command.</summary>
    /// <exception cref="ArgumentException">It holds CR, LF or NUL.</exception>
    public static string Require(string value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var at = value.AsSpan().IndexOfAny('\r', '\n', '\0');
        return at < 0 ? value : throw new ArgumentException(
            $"'{name}' holds {Name(value[at])} at position {at}; it would be read as a command of its own.", name);
    }

    /// <summary>The same, and neither empty nor with a space in it.</summary>
    public static string RequireWord(string value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return Require(value, name).Contains(' ', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{name}' holds a space where one word is needed: '{value}'.", name)
            : value;
    }

    static string Name(char letter) => letter switch
    {
        '\r' => "CR",
        '\n' => "LF",
        _ => "NUL",
    };
}

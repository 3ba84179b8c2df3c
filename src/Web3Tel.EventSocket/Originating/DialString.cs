using System.Buffers;

namespace Web3Tel.EventSocket.Originating;

/// <summary>Whom to call, in FreeSWITCH's words, with nothing in it that could be more than that.</summary>
public sealed class DialString
{
    const string Enterprise = ":_:";

    static readonly SearchValues<char> Meaningful = SearchValues.Create("{}[]<>|,'\\ \t\r\n\0");

    readonly string text;

    DialString(string text) => this.text = text;

    /// <summary>One endpoint, such as <c>user/1001</c> or <c>sofia/gateway/provider/74951234567</c>.</summary>
    /// <exception cref="ArgumentException">It holds a character that would make it more than one endpoint.</exception>
    public static DialString To(string endpoint)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endpoint);
        var at = endpoint.AsSpan().IndexOfAny(Meaningful);
        if (at >= 0 || endpoint.Contains(Enterprise, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{endpoint}' is not one endpoint: '{(at >= 0 ? endpoint[at] : Enterprise)}' has a meaning of its own in a dial string. "
                + "Use FirstOf or AllOf for several endpoints, and OriginateOptions for variables.", nameof(endpoint));
        }

        return new DialString(endpoint);
    }

    /// <summary>One after the other, until one is reached.</summary>
    public static DialString FirstOf(params ReadOnlySpan<DialString> choices) => Join('|', choices);

    /// <summary>All at once; the first to answer gets the call. Cannot hold a <see cref="FirstOf"/>.</summary>
    public static DialString AllOf(params ReadOnlySpan<DialString> targets)
    {
        foreach (var target in targets)
        {
            if (target.text.Contains('|', StringComparison.Ordinal))
            {
                throw new ArgumentException("A choice of endpoints cannot be one of those that ring together: turn it around.", nameof(targets));
            }
        }

        return Join(',', targets);
    }

    public override string ToString() => text;

    static DialString Join(char separator, ReadOnlySpan<DialString> parts) => parts.IsEmpty
        ? throw new ArgumentException("At least one endpoint is needed.", nameof(parts))
        : new DialString(string.Join(separator, parts.ToArray().Select(part => part.text)));
}

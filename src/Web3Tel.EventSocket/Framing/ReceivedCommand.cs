using System.Collections.Immutable;

namespace Web3Tel.EventSocket.Framing;

/// <summary>A command as the side that serves it reads it.</summary>
/// <param name="Line">The first line, such as <c>api status</c>.</param>
/// <param name="Headers">The header lines after it, in their order.</param>
/// <param name="Body">The body, or empty.</param>
public sealed record ReceivedCommand(string Line, ImmutableArray<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>The first word of <see cref="Line"/>, in lower case as FreeSWITCH compares it.</summary>
    public string Verb => Line.Split(' ', 2)[0].ToLowerInvariant();

    /// <summary>What follows the first word.</summary>
    public string Arguments => Line.Split(' ', 2) is [_, var rest] ? rest.Trim() : "";

    /// <summary>The value of the first header with that name, whatever its case, or null.</summary>
    public string? this[string header]
    {
        get
        {
            foreach (var (name, value) in Headers)
            {
                if (name.Equals(header, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }
}

using System.Text;

namespace Web3Tel.Simulator.Commands;

/// <summary>
/// Text taken apart as FreeSWITCH does (switch_separate_string in switch_utils.c): quotes and backslashes protect the delimiter, and are gone
/// from the parts; <c>\s</c>, <c>\n</c>, <c>\r</c> and <c>\t</c> are what they stand for.
/// </summary>
static class SeparatedText
{
    /// <param name="most">The last part takes what is left.</param>
    public static IReadOnlyList<string> Split(string text, char delimiter, int most = int.MaxValue)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length && parts.Count + 1 < most; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (IsQuote(text, i, quoted))
            {
                quoted = !quoted;
            }
            else if (text[i] == delimiter && !quoted)
            {
                parts.Add(Clean(text[start..i], delimiter));
                start = i + 1;
                while (delimiter == ' ' && start < text.Length && text[start] == ' ')
                {
                    i = start++;
                }
            }
        }

        parts.Add(Clean(text[start..], delimiter));
        return parts;
    }

    static string Clean(string part, char delimiter)
    {
        var clean = new StringBuilder();
        var (end, quoted) = (0, false);
        part = part.TrimStart(' ');
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '\\' && i + 1 < part.Length && Meant(part[i + 1], delimiter) is { } meant)
            {
                clean.Append(meant);
                end = clean.Length;
                i++;
            }
            else if (IsQuote(part, i, quoted))
            {
                quoted = !quoted;
                end = clean.Length;
            }
            else
            {
                clean.Append(part[i]);
                end = part[i] != ' ' || quoted ? clean.Length : end;
            }
        }

        return clean.ToString(0, end);
    }

    /// <summary>One that nothing closes is a letter like any other.</summary>
    static bool IsQuote(string text, int at, bool quoted) => text[at] == '\'' && (quoted || text.IndexOf('\'', at + 1) >= 0);

    static char? Meant(char escaped, char delimiter) => escaped switch
    {
        '\'' or '"' or '\\' => escaped,
        _ when escaped == delimiter && delimiter != ' ' => escaped,
        's' => ' ',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };
}

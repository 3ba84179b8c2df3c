using System.Text;

namespace Web3Tel.Tests.EventSocket;

/// <summary>
/// How FreeSWITCH takes an originate command apart, after switch_utils.c, switch_event.c and mod_commands.c: the arguments
/// at spaces, then the bracketed variables, these at commas, each at its equals sign.
/// </summary>
static class FreeSwitchDialString
{
    public static (Dictionary<string, string> Variables, string Endpoint, string Application) Read(string originate)
    {
        var arguments = SeparateAtBlanks(originate["originate ".Length..]);
        var rest = arguments[0];
        if (rest.Contains(":_:", StringComparison.Ordinal))
        {
            throw new FormatException("This would be several calls.");
        }

        var variables = new Dictionary<string, string>();
        Take(ref rest, '<', '>', variables);
        Take(ref rest, '{', '}', variables);
        return (variables, rest, arguments[1]);
    }

    static void Take(ref string text, char open, char close, Dictionary<string, string> variables)
    {
        while (text.StartsWith(open))
        {
            var depth = 0;
            var end = 0;
            do
            {
                depth += text[end] == open ? 1 : text[end] == close ? -1 : 0;
                end++;
            }
            while (depth > 0);

            foreach (var assignment in Separate(text[1..(end - 1)], ',', int.MaxValue))
            {
                var parts = Separate(assignment, '=', 2);
                if (parts.Count == 2)
                {
                    variables[parts[0]] = parts[1];
                }
            }

            text = text[end..];
        }
    }

    static List<string> SeparateAtBlanks(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            var start = at;
            var quoted = false;
            while (at < text.Length && (text[at] != ' ' || quoted))
            {
                if (text[at] == '\\')
                {
                    at++;
                }
                else if (text[at] == '\'')
                {
                    quoted = !quoted;
                }

                at++;
            }

            parts.Add(CleanUp(text[start..Math.Min(at, text.Length)], '\0'));
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return parts;
    }

    static List<string> Separate(string text, char delimiter, int max)
    {
        var parts = new List<string>();
        var at = 0;
        while (at < text.Length && parts.Count < max)
        {
            var start = at;
            var last = parts.Count == max - 1;
            var quoted = false;
            while (!last && at < text.Length && (text[at] != delimiter || quoted))
            {
                if (text[at] == '\\')
                {
                    at++;
                }
                else if (text[at] == '\'' && (quoted || text.IndexOf('\'', at + 1) >= 0))
                {
                    quoted = !quoted;
                }

                at++;
            }

            at = last ? text.Length : Math.Min(at, text.Length);
            parts.Add(CleanUp(text[start..at], delimiter));
            at++;
        }

        return parts;
    }

    static string CleanUp(string text, char delimiter)
    {
        var result = new StringBuilder();
        var end = 0;
        var quoted = false;
        var at = 0;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && Unescape(text[at + 1], delimiter) is { } escaped)
            {
                at++;
                result.Append(escaped);
                end = result.Length;
            }
            else if (text[at] == '\'' && (quoted || text.IndexOf('\'', at + 1) >= 0))
            {
                quoted = !quoted;
                end = quoted ? result.Length : end;
            }
            else
            {
                result.Append(text[at]);
                end = text[at] != ' ' || quoted ? result.Length : end;
            }
        }

        return result.ToString(0, end);
    }

    static char? Unescape(char letter, char delimiter) => letter switch
    {
        '\'' or '"' or '\\' => letter,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        's' => ' ',
        _ when delimiter != '\0' && letter == delimiter => letter,
        _ => null,
    };
}

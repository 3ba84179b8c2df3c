using System.Globalization;

namespace Web3Tel.Simulator.Commands;

/// <summary>
/// <c>originate {variables}destination &amp;application(data)</c>, or an extension in place of the application,
/// then dialplan, context, caller's name, number and time-out.
/// </summary>
sealed record OriginateRequest(
    IReadOnlyList<(string Name, string Value)> Variables, string Destination, string Application, string Data, IReadOnlyList<string> Rest)
{
    public string? this[string variable] => Variables.LastOrDefault(pair => pair.Name == variable).Value;

    public TimeSpan RingTime =>
        TimeSpan.FromSeconds(Seconds(this["originate_timeout"]) ?? Seconds(this["leg_timeout"]) ?? Seconds(Rest.ElementAtOrDefault(4)) ?? 60);

    /// <summary>The request, or null when it is not one.</summary>
    public static OriginateRequest? Parse(string argument)
    {
        var variables = new List<(string, string)>();
        var rest = argument.Trim();
        while (rest.Length > 0 && rest[0] is '{' or '[' or '<')
        {
            var end = EndOf(rest);
            if (end < 0)
            {
                return null;
            }

            variables.AddRange(Pairs(rest[1..end]));
            rest = rest[(end + 1)..].TrimStart();
        }

        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return null;
        }

        var (destination, what) = (rest[..space], rest[(space + 1)..].Trim());
        var bracket = destination.IndexOf('[', StringComparison.Ordinal);
        if (bracket == 0 && EndOf(destination) is > 0 and var close)
        {
            variables.AddRange(Pairs(destination[1..close]));
            destination = destination[(close + 1)..];
        }

        if (what.StartsWith('&'))
        {
            var open = what.IndexOf('(', StringComparison.Ordinal);
            var last = what.LastIndexOf(')');
            return open < 0 || last < open
                ? new OriginateRequest(variables, destination, what[1..], "", [])
                : new OriginateRequest(variables, destination, what[1..open], what[(open + 1)..last], Words(what[(last + 1)..]));
        }

        var words = Words(what);
        return words.Length == 0 ? null : new OriginateRequest(variables, destination, "", words[0], words[1..]);
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static int? Seconds(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    /// <summary>Where the bracket ends that the text begins with; what stands in quotes does not count.</summary>
    static int EndOf(string text)
    {
        var (open, close) = (text[0], text[0] switch { '{' => '}', '[' => ']', _ => '>' });
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] == open)
            {
                depth++;
            }
            else if (!quoted && text[i] == close && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    static IEnumerable<(string Name, string Value)> Pairs(string list)
    {
        var delimiter = ',';
        if (list is ['^', '^', var own, ..])
        {
            (delimiter, list) = (own, list[3..]);
        }

        foreach (var pair in SeparatedText.Split(list, delimiter))
        {
            if (SeparatedText.Split(pair, '=', most: 2) is [var name, var value])
            {
                yield return (name, value);
            }
        }
    }
}

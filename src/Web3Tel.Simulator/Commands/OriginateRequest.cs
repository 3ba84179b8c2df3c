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
        if (SeparatedText.Split(argument.Trim(), ' ').ToArray() is not [var destination, var what, .. var rest])
        {
            return null;
        }

        var variables = new List<(string, string)>();
        while (destination.Length > 0 && destination[0] is '{' or '[' or '<')
        {
            var end = EndOf(destination);
            if (end < 0)
            {
                return null;
            }

            variables.AddRange(Pairs(destination[1..end]));
            destination = destination[(end + 1)..].TrimStart();
        }

        var open = what.IndexOf('(', StringComparison.Ordinal);
        var last = what.LastIndexOf(')');
        return destination.Length == 0 ? null
            : !what.StartsWith('&') ? new OriginateRequest(variables, destination, "", what, rest)
            : open < 0 || last < open ? new OriginateRequest(variables, destination, what[1..], "", rest)
            : new OriginateRequest(variables, destination, what[1..open], what[(open + 1)..last], rest);
    }

    static int? Seconds(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    /// <summary>Where the bracket ends that the text begins with: they are counted, and nothing escapes one (switch_find_end_paren).</summary>
    static int EndOf(string text)
    {
        var (open, close) = (text[0], text[0] switch { '{' => '}', '[' => ']', _ => '>' });
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
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

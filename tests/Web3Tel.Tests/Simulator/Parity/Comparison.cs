using System.Text.RegularExpressions;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>Compares two conversations in what is determined: the frames' order, what they say, and the order of their headers' names.</summary>
static partial class Comparison
{
    static readonly string[] Telling =
        ["Event-Name", "Application", "Application-Data", "Application-Response", "Answer-State", "Hangup-Cause", "Channel-State",
         "Channel-Call-State", "Channel-State-Number", "DTMF-Digit", "Job-Command", "Socket-Mode", "Control", "Other-Type"];

    /// <summary>Headers whose values the other end of a call chooses at random, and dates.</summary>
    static readonly HashSet<string> Chosen =
    [
        "Event-Date-GMT", "variable_sip_full_via", "variable_sip_recover_via", "variable_sip_from_tag", "variable_sip_to_tag",
        "variable_sip_full_from", "variable_sip_full_to",
    ];

    /// <summary>What a frame says, in one line, without what differs from run to run.</summary>
    public static string Gist(WireFrame frame) => frame switch
    {
        { IsEvent: true } => string.Join(' ', Telling.Where(name => frame[name].Length > 0).Select(name => $"{name}={Anonymous(frame[name])}")),
        { ContentType: "api/response" } => $"api/response {Numbers().Replace(Anonymous(frame.Body), "#")}",
        _ => $"{string.Join(" | ", frame.Head.Select(pair => Anonymous($"{pair.Key}: {pair.Value}")))} {frame.Body}",
    };

    public static IEnumerable<string> Gists(IEnumerable<WireFrame> frames) => frames.Select(Gist);

    /// <summary>Where the conversations differ, in words; nothing when they do not.</summary>
    /// <param name="ours">What the simulator said.</param>
    /// <param name="theirs">What FreeSWITCH said.</param>
    /// <param name="variables">Whether channel variables, and the values of headers, are compared too.</param>
    public static IReadOnlyList<string> Differences(IEnumerable<WireFrame> ours, IEnumerable<WireFrame> theirs, bool variables = true)
    {
        var (own, real) = (ours.ToList(), theirs.ToList());
        var differences = new List<string>();
        for (var i = 0; i < Math.Max(own.Count, real.Count); i++)
        {
            var (gist, expected) = (i < own.Count ? Gist(own[i]) : "nothing", i < real.Count ? Gist(real[i]) : "nothing");
            if (gist != expected)
            {
                differences.Add($"frame {i}: {gist}\n  but FreeSWITCH: {expected}");
                break;
            }

            if (HeaderDifference(own[i], real[i], variables) is { } difference)
            {
                differences.Add($"frame {i}, {expected}: {difference}");
            }
        }

        return differences;
    }

    static string? HeaderDifference(WireFrame ours, WireFrame theirs, bool variables)
    {
        var (own, real) = (Names(ours), Names(theirs));
        if (own.SequenceEqual(real))
        {
            return variables ? ValueDifference(ours, theirs) : null;
        }

        var (missing, extra) = (real.Except(own).ToList(), own.Except(real).ToList());
        return missing.Count + extra.Count > 0
            ? $"missing [{string.Join(' ', missing)}], too much [{string.Join(' ', extra)}]"
            : $"order: {own.Zip(real).First(pair => pair.First != pair.Second)}";

        List<string> Names(WireFrame frame) =>
            [.. frame.HeaderNames.Where(name => variables || !name.StartsWith("variable_", StringComparison.Ordinal))];
    }

    /// <summary>Numbers and ids differ from run to run, and so does what a telephone chooses; all else is compared.</summary>
    static string? ValueDifference(WireFrame ours, WireFrame theirs)
    {
        var different = ours.Event.Zip(theirs.Event)
            .Where(pair => !Chosen.Contains(pair.First.Key) && Plain(pair.First.Value) != Plain(pair.Second.Value))
            .Select(pair => $"{pair.First.Key} is \"{pair.First.Value}\" but \"{pair.Second.Value}\"")
            .ToList();
        return different.Count > 0 ? string.Join(", ", different) : null;
    }

    static string Plain(string value) => Numbers().Replace(Anonymous(value), "#");

    static string Anonymous(string text) => Uuid().Replace(text, "<uuid>");

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}

using System.Text.RegularExpressions;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>Compares two conversations in what is determined: the frames' order, what they say, and the order of their headers' names.</summary>
static partial class Comparison
{
    static readonly string[] Telling =
        ["Event-Name", "Application", "Application-Data", "Application-Response", "Answer-State", "Hangup-Cause", "Channel-State",
         "Channel-Call-State", "Channel-State-Number", "DTMF-Digit", "Job-Command", "Socket-Mode", "Control", "Other-Type"];

    /// <summary>What a frame says, in one line, without what differs from run to run.</summary>
    public static string Gist(WireFrame frame) => frame switch
    {
        { IsEvent: true } => string.Join(' ', Telling.Where(name => frame[name].Length > 0).Select(name => $"{name}={Anonymous(frame[name])}")),
        { ContentType: "api/response" } => $"api/response {Anonymous(frame.Body)}",
        _ => $"{string.Join(" | ", frame.Head.Select(pair => Anonymous($"{pair.Key}: {pair.Value}")))} {frame.Body}",
    };

    public static IEnumerable<string> Gists(IEnumerable<WireFrame> frames) => frames.Select(Gist);

    /// <summary>Each event with the names of its headers in their order.</summary>
    public static IEnumerable<string> Headers(IEnumerable<WireFrame> frames) =>
        frames.Where(frame => frame.IsEvent).Select(frame => $"{frame["Event-Name"]} {frame["Application"]}: {string.Join(' ', frame.HeaderNames)}");

    static string Anonymous(string text) => Uuid().Replace(text, "<uuid>");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}

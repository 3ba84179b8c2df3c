using System.Globalization;
using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary>A line of FreeSWITCH's own log.</summary>
/// <param name="Level">From 0 (console) and 1 (alert) to 7 (debug).</param>
/// <param name="Text">The line.</param>
public sealed record LogLine(int Level, string Text)
{
    const int Debug = 7;

    internal static LogLine From(Frame frame) => new(
        HeaderLines.TryFind(frame.Head, "Log-Level"u8, out var level)
            && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Debug,
        Encoding.UTF8.GetString(frame.Body));
}

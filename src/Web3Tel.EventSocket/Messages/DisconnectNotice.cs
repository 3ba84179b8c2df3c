using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary>FreeSWITCH says that the connection ends, or that it stays for a while although the channel is gone.</summary>
/// <param name="Disposition">The <c>Content-Disposition</c>, such as <c>linger</c> or <c>disconnect</c>; null without one.</param>
/// <param name="Uuid">The channel that the connection belonged to, or null.</param>
/// <param name="Text">What it says to a person.</param>
public sealed record DisconnectNotice(string? Disposition, string? Uuid, string Text)
{
    /// <summary>Whether events still come: the channel is gone, the connection is not.</summary>
    public bool Lingers => Disposition == "linger";

    internal static DisconnectNotice From(Frame frame) => new(
        Header(frame, "Content-Disposition"u8),
        Header(frame, "Controlled-Session-UUID"u8),
        Encoding.UTF8.GetString(frame.Body));

    static string? Header(Frame frame, ReadOnlySpan<byte> name) =>
        HeaderLines.TryFind(frame.Head, name, out var value) ? Encoding.UTF8.GetString(value) : null;
}

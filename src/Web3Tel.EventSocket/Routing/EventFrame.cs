using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Routing;

/// <summary>Looks into an event that is still on the wire.</summary>
static class EventFrame
{
    /// <summary>The raw value of a header whose values need no encoding, such as an id.</summary>
    public static bool TryFind(Frame frame, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        if (frame.ContentType == ContentType.EventJson)
        {
            value = default;
            return JsonHeaders.TryFind(frame.Body, name, out var cursor) && cursor.TryReadString(out value);
        }

        return PlainHeaders.TryFind(frame.Body[..PlainHeaders.HeadLength(frame.Body)], name, out value);
    }
}

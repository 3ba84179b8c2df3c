namespace Web3Tel.EventSocket.Framing;

/// <summary>
/// One frame on the wire: header lines, and a body when <c>Content-Length</c> says so. It points into the reader's
/// bytes and is valid only until the next read.
/// </summary>
public readonly ref struct Frame
{
    internal Frame(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        Head = head;
        Body = body;
    }

    /// <summary>The header lines, without the empty line that ends them.</summary>
    public ReadOnlySpan<byte> Head { get; }

    /// <summary>The bytes after the empty line.</summary>
    public ReadOnlySpan<byte> Body { get; }

    public ContentType ContentType => HeaderLines.TryFind(Head, "Content-Type"u8, out var value) ? Parse(value) : ContentType.Unknown;

    static ContentType Parse(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("text/event-plain"u8))
        {
            return ContentType.EventPlain;
        }

        if (value.SequenceEqual("text/event-json"u8))
        {
            return ContentType.EventJson;
        }

        if (value.SequenceEqual("command/reply"u8))
        {
            return ContentType.CommandReply;
        }

        if (value.SequenceEqual("api/response"u8))
        {
            return ContentType.ApiResponse;
        }

        return value switch
        {
            _ when value.SequenceEqual("auth/request"u8) => ContentType.AuthRequest,
            _ when value.SequenceEqual("text/disconnect-notice"u8) => ContentType.DisconnectNotice,
            _ when value.SequenceEqual("text/rude-rejection"u8) => ContentType.RudeRejection,
            _ when value.SequenceEqual("log/data"u8) => ContentType.LogData,
            _ when value.SequenceEqual("text/event-xml"u8) => ContentType.EventXml,
            _ => ContentType.Unknown,
        };
    }
}

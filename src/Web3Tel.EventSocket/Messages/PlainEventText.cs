using System.Text;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket.Messages;

/// <summary><c>Name: value</c> lines with %-encoded values, an empty line, and perhaps a body.</summary>
sealed class PlainEventText(byte[] bytes) : EventText
{
    const int NotMeasured = -1;

    int headLength = NotMeasured;

    ReadOnlySpan<byte> Head => bytes.AsSpan(0, HeadLength);

    /// <summary>Measured by whoever reads first, not by the thread that reads the socket.</summary>
    int HeadLength => headLength == NotMeasured ? headLength = PlainHeaders.HeadLength(bytes) : headLength;

    public override string? Find(string name)
    {
        Span<byte> encoded = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(name, encoded, out var length))
        {
            return Headers().FirstOrDefault(header => header.Key == name).Value;
        }

        return PlainHeaders.TryFind(Head, encoded[..length], out var raw) ? PlainHeaders.Decode(raw) : null;
    }

    public override IEnumerable<KeyValuePair<string, string>> Headers()
    {
        var headers = new List<KeyValuePair<string, string>>();
        var lines = Head;
        while (HeaderLines.TryTake(ref lines, out var name, out var value))
        {
            headers.Add(new(Encoding.UTF8.GetString(name), PlainHeaders.Decode(value)));
        }

        return headers;
    }

    public override string? Body()
    {
        var start = HeadLength + 2;
        return start < bytes.Length ? Encoding.UTF8.GetString(bytes.AsSpan(start)) : null;
    }
}

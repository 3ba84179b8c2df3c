using System.Text;

namespace Web3Tel.EventSocket.Messages;

/// <summary>One flat JSON object; the event's body is its member <c>_body</c>.</summary>
sealed class JsonEventText(byte[] bytes) : EventText
{
    const string BodyName = "_body";

    public override string? Find(string name) => name == BodyName ? null : FindMember(name);

    public override IEnumerable<KeyValuePair<string, string>> Headers()
    {
        var headers = new List<KeyValuePair<string, string>>();
        var cursor = new JsonCursor(bytes);
        cursor.TrySkip((byte)'{');
        while (cursor.TryReadString(out var name) && cursor.TrySkip((byte)':') && cursor.TryReadValue(out var value))
        {
            var unescaped = JsonText.Unescape(name);
            if (unescaped != BodyName)
            {
                headers.Add(new(unescaped, value));
            }

            cursor.TrySkip((byte)',');
        }

        return headers;
    }

    public override string? Body() => FindMember(BodyName);

    string? FindMember(string name)
    {
        Span<byte> encoded = stackalloc byte[256];
        if (name.AsSpan().ContainsAny('"', '\\', '/') || !Encoding.UTF8.TryGetBytes(name, encoded, out var length))
        {
            // A name that JSON may write in several ways cannot be searched for.
            return Headers().FirstOrDefault(header => header.Key == name).Value;
        }

        return JsonHeaders.TryFind(bytes, encoded[..length], out var cursor) && cursor.TryReadValue(out var value) ? value : null;
    }
}

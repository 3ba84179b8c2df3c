namespace Web3Tel.EventSocket.Messages;

/// <summary>The headers of a JSON event, found by vectorized search.</summary>
static class JsonHeaders
{
    /// <summary>Puts a cursor at the value of the first header with that name.</summary>
    /// <remarks>
    /// Inside a value each quote is escaped, so the name between two bare quotes is either a name or a whole value;
    /// only a name is followed by a colon.
    /// </remarks>
    public static bool TryFind(ReadOnlySpan<byte> json, scoped ReadOnlySpan<byte> name, out JsonCursor value)
    {
        Span<byte> quoted = stackalloc byte[name.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        name.CopyTo(quoted[1..]);

        while (json.IndexOf(quoted) is var at and >= 0)
        {
            json = json[(at + quoted.Length)..];
            value = new JsonCursor(json);
            if (value.TrySkip((byte)':'))
            {
                return true;
            }
        }

        value = default;
        return false;
    }
}

namespace Web3Tel.EventSocket.Messages;

/// <summary>
/// Walks the flat JSON object of an event. Lenient where FreeSWITCH is: raw bytes that are no UTF-8 do not stop it,
/// and an object that breaks off simply ends.
/// </summary>
ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    ReadOnlySpan<byte> rest = json;

    /// <summary>Steps over white space and that letter, when it comes next.</summary>
    public bool TrySkip(byte letter)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != letter)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    /// <summary>Reads a string: what stands between the quotes, escapes and all.</summary>
    public bool TryReadString(out ReadOnlySpan<byte> raw)
    {
        raw = default;
        if (!TrySkip((byte)'"'))
        {
            return false;
        }

        var end = 0;
        while (true)
        {
            var step = rest[end..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0)
            {
                return false;
            }

            end += step;
            if (rest[end] == '"')
            {
                raw = rest[..end];
                rest = rest[(end + 1)..];
                return true;
            }

            end = Math.Min(end + 2, rest.Length);
        }
    }

    /// <summary>Reads a value as the text that a plain event would have: arrays as <c>ARRAY::a|:b</c>.</summary>
    public bool TryReadValue(out string value)
    {
        if (TryReadString(out var raw))
        {
            value = JsonText.Unescape(raw);
            return true;
        }

        return TrySkip((byte)'[') ? TryReadArray(out value) : TryReadLiteral(out value);
    }

    bool TryReadArray(out string value)
    {
        var items = new List<string>();
        while (!TrySkip((byte)']'))
        {
            if (!TryReadValue(out var item))
            {
                value = "";
                return false;
            }

            items.Add(item);
            TrySkip((byte)',');
        }

        value = EventArray.Write(items);
        return true;
    }

    bool TryReadLiteral(out string value)
    {
        var end = rest.IndexOfAny(",]}"u8);
        value = end > 0 ? JsonText.Unescape(rest[..end].TrimEnd(" \t\r\n"u8)) : "";
        rest = end > 0 ? rest[end..] : rest;
        return end > 0;
    }
}

namespace Web3Tel.EventSocket.Framing;

/// <summary>Finds headers in <c>Name: value</c> lines, as bytes and without taking anything out that nobody asked for.</summary>
static class HeaderLines
{
    /// <summary>The raw value of the first line with that name.</summary>
    public static bool TryFind(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (TryTakeLine(ref lines, out var line))
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name))
            {
                value = ValueAfter(line, name.Length);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Takes the next line that is a header; lines without a colon are passed over.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> lines, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (TryTakeLine(ref lines, out var line))
        {
            var colon = line.IndexOf((byte)':');
            if (colon > 0)
            {
                name = line[..colon];
                value = ValueAfter(line, colon);
                return true;
            }
        }

        name = value = default;
        return false;
    }

    static bool TryTakeLine(scoped ref ReadOnlySpan<byte> lines, out ReadOnlySpan<byte> line)
    {
        if (lines.IsEmpty)
        {
            line = default;
            return false;
        }

        var end = lines.IndexOf((byte)'\n');
        line = end < 0 ? lines : lines[..end];
        lines = end < 0 ? default : lines[(end + 1)..];
        return true;
    }

    static ReadOnlySpan<byte> ValueAfter(ReadOnlySpan<byte> line, int colon)
    {
        var value = line[(colon + 1)..];
        return !value.IsEmpty && value[0] == ' ' ? value[1..] : value;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Web3Tel.EventSocket.Messages;

/// <summary>The headers of a plain event, found by vectorized search.</summary>
static class PlainHeaders
{
    const int MaxOnStack = 512;

    /// <summary>Where the headers end and the body, if any, begins two bytes later.</summary>
    public static int HeadLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("\n\n"u8);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The raw value of the first header with that name.</summary>
    public static bool TryFind(ReadOnlySpan<byte> head, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        Span<byte> line = stackalloc byte[name.Length + 3];
        line[0] = (byte)'\n';
        name.CopyTo(line[1..]);
        line[^2] = (byte)':';
        line[^1] = (byte)' ';

        var start = head.StartsWith(line[1..]) ? line.Length - 1 : head.IndexOf(line) is var at and >= 0 ? at + line.Length : -1;
        if (start < 0)
        {
            value = default;
            return false;
        }

        var rest = head[start..];
        var end = rest.IndexOf((byte)'\n');
        value = end < 0 ? rest : rest[..end];
        return true;
    }

    /// <summary>Undoes the %-encoding. What is no valid escape stays as it is, and <c>_undef_</c> is empty.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("_undef_"u8))
        {
            return "";
        }

        var escape = value.IndexOf((byte)'%');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(value);
        }

        var rented = value.Length > MaxOnStack ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        var decoded = rented ?? stackalloc byte[MaxOnStack];
        var text = Encoding.UTF8.GetString(decoded[..Decode(value, escape, decoded)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return text;
    }

    static int Decode(ReadOnlySpan<byte> value, int escape, Span<byte> decoded)
    {
        var length = 0;
        while (escape >= 0)
        {
            value[..escape].CopyTo(decoded[length..]);
            length += escape;
            value = value[escape..];
            if (value.Length >= 3 && byte.TryParse(value[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                decoded[length++] = letter;
                value = value[3..];
            }
            else
            {
                decoded[length++] = (byte)'%';
                value = value[1..];
            }

            escape = value.IndexOf((byte)'%');
        }

        value.CopyTo(decoded[length..]);
        return length + value.Length;
    }
}

using System.Globalization;
using System.Text;

namespace Web3Tel.EventSocket.Messages;

/// <summary>The text inside a JSON string.</summary>
static class JsonText
{
    /// <summary>Undoes the escapes. Never throws: what is no valid escape stays as it is.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var escape = raw.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..escape]));
            raw = raw[(escape + Append(text, raw[escape..]))..];
            escape = raw.IndexOf((byte)'\\');
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>Appends one escape and tells how many bytes it took.</summary>
    static int Append(StringBuilder text, ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 2)
        {
            text.Append('\\');
            return 1;
        }

        if (escape[1] == 'u' && escape.Length >= 6
            && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            text.Append((char)unit);
            return 6;
        }

        char? letter = escape[1] switch
        {
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'"' or (byte)'\\' or (byte)'/' => (char)escape[1],
            _ => null,
        };
        text.Append(letter ?? '\\');
        return letter is null ? 1 : 2;
    }
}

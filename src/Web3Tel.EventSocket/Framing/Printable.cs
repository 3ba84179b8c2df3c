using System.Text;

namespace Web3Tel.EventSocket.Framing;

/// <summary>Bytes from the wire as an error message or a log may show them: short and on one line.</summary>
static class Printable
{
    const int MaxLength = 80;

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxLength)]));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                text[i] = ' ';
            }
        }

        return bytes.Length > MaxLength ? text.Append('…').ToString() : text.ToString();
    }
}

using System.Buffers;
using System.Text;

namespace Web3Tel.Simulator.Events;

/// <summary>
/// How FreeSWITCH encodes the values of plain events: bytes, not characters, and lossily: what looks like an
/// encoded byte already (<c>%25</c>) is left alone, so a reader sees <c>%</c> where <c>%25</c> was meant.
/// </summary>
static class PercentEncoding
{
    const string Hex = "0123456789ABCDEF";

    static readonly SearchValues<char> Safe = SearchValues.Create(
        "!$'()*,-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");

    public static void Write(IBufferWriter<byte> to, string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(Safe))
        {
            to.Advance(Encoding.ASCII.GetBytes(value, to.GetSpan(value.Length)));
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        var span = to.GetSpan(bytes.Length * 3);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80 && Safe.Contains((char)b) || b == '%' && IsEncodedByte(bytes.AsSpan(i)))
            {
                span[length++] = b;
            }
            else
            {
                span[length++] = (byte)'%';
                span[length++] = (byte)Hex[b >> 4];
                span[length++] = (byte)Hex[b & 15];
            }
        }

        to.Advance(length);
    }

    static bool IsEncodedByte(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 2 && Hex.Contains((char)bytes[1], StringComparison.Ordinal) && Hex.Contains((char)bytes[2], StringComparison.Ordinal);
}

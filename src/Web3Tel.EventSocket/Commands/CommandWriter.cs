using System.Buffers;
using System.Globalization;
using System.Text;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Writes the lines of one command. What it is given must stand on one line.</summary>
public sealed class CommandWriter
{
    readonly ArrayBufferWriter<byte> buffer = new(256);

    /// <summary>The bytes so far.</summary>
    internal ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>Writes a line: the first one is the command, further ones its headers.</summary>
    public CommandWriter Line(string text)
    {
        Encoding.UTF8.GetBytes(OneLine.Require(text), buffer);
        buffer.Write("\n"u8);
        return this;
    }

    /// <summary>Writes a header.</summary>
    public CommandWriter Header(string name, string value)
    {
        Encoding.UTF8.GetBytes(OneLine.RequireWord(name), buffer);
        buffer.Write(": "u8);
        return Line(OneLine.Require(value, name));
    }

    /// <summary>Ends the command with a body, which may hold anything; its length is counted in bytes.</summary>
    public void End(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Header("Content-Length", bytes.Length.ToString(CultureInfo.InvariantCulture));
        End();
        buffer.Write(bytes);
    }

    /// <summary>Ends the command.</summary>
    public void End() => buffer.Write("\n"u8);

    internal void Clear() => buffer.ResetWrittenCount();
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Web3Tel.Simulator.Listeners;

/// <summary>Cuts commands out of the bytes that arrive, whatever pieces they arrive in.</summary>
sealed class CommandReader
{
    readonly List<byte> buffer = [];

    public void Feed(ReadOnlySpan<byte> bytes) => buffer.AddRange(bytes);

    /// <summary>The next whole command, or null when more bytes are needed.</summary>
    public ClientCommand? Read()
    {
        var start = buffer.FindIndex(b => b is not ((byte)'\n' or (byte)'\r'));
        if (start < 0)
        {
            buffer.Clear();
            return null;
        }

        buffer.RemoveRange(0, start);
        var bytes = CollectionsMarshal.AsSpan(buffer);
        var (end, body) = EndOfHeaders(bytes);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(bytes[..end]).Split('\n', StringSplitOptions.TrimEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                headers.TryAdd(name, value.TrimStart(' '));
            }
        }

        var length = headers.TryGetValue("content-length", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : 0;
        if (bytes.Length < body + length)
        {
            return null;
        }

        var command = new ClientCommand(lines[0], headers, Encoding.UTF8.GetString(bytes.Slice(body, length)));
        buffer.RemoveRange(0, body + length);
        return command;
    }

    static (int End, int Body) EndOfHeaders(ReadOnlySpan<byte> bytes)
    {
        var plain = bytes.IndexOf("\n\n"u8);
        var carriage = bytes.IndexOf("\n\r\n"u8);
        return plain < 0 || carriage >= 0 && carriage < plain ? (carriage, carriage + 3) : (plain, plain + 2);
    }
}

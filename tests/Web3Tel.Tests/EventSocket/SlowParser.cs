using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Web3Tel.Tests.EventSocket;

/// <summary>Event Socket read in the plainest way, byte by byte, to compare with. Shares no code with the product.</summary>
static class SlowParser
{
    public sealed record SlowFrame(int Start, int End, List<KeyValuePair<string, string>> Headers, byte[] Body)
    {
        public string? this[string name] => Headers.Where(header => header.Key == name).Select(header => header.Value).FirstOrDefault();
    }

    public static List<SlowFrame> Frames(byte[] bytes)
    {
        var frames = new List<SlowFrame>();
        var at = 0;
        while (at < bytes.Length)
        {
            var start = at;
            var headers = new List<KeyValuePair<string, string>>();
            while (true)
            {
                var line = new List<byte>();
                while (bytes[at] != '\n')
                {
                    line.Add(bytes[at++]);
                }

                at++;
                if (line.Count == 0)
                {
                    break;
                }

                headers.Add(Split(Encoding.UTF8.GetString([.. line])));
            }

            var length = int.Parse(headers.Find(header => header.Key == "Content-Length").Value ?? "0", CultureInfo.InvariantCulture);
            frames.Add(new SlowFrame(start, at + length, headers, bytes[at..(at + length)]));
            at += length;
        }

        return frames;
    }

    public static List<KeyValuePair<string, string>> PlainHeaders(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in text.Split('\n').TakeWhile(line => line.Length > 0))
        {
            var (name, value) = Split(line);
            headers.Add(new(name, value == "_undef_" ? "" : Unescape(value)));
        }

        return headers;
    }

    public static List<KeyValuePair<string, string>> JsonHeaders(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.EnumerateObject()
            .Where(member => member.Name != "_body")
            .Select(member => KeyValuePair.Create(member.Name, member.Value.ValueKind == JsonValueKind.Array
                ? "ARRAY::" + string.Join("|:", member.Value.EnumerateArray().Select(item => item.GetString()))
                : member.Value.GetString()!))];
    }

    static KeyValuePair<string, string> Split(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return new(line[..colon], line[(colon + 2)..]);
    }

    static string Unescape(string value)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && Uri.IsHexDigit(value[i + 1]) && Uri.IsHexDigit(value[i + 2]))
            {
                bytes.Add(Convert.ToByte(value.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}

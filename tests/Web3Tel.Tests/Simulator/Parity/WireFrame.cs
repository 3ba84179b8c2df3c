using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>One frame from FreeSWITCH, read slowly and plainly: the yardstick must not share code with what it measures.</summary>
sealed record WireFrame(
    string ContentType, IReadOnlyList<KeyValuePair<string, string>> Head, IReadOnlyList<KeyValuePair<string, string>> Event, string Body)
{
    public string this[string header] =>
        Event.Concat(Head).FirstOrDefault(pair => pair.Key == header).Value ?? "";

    public bool IsEvent => Event.Count > 0;

    public IEnumerable<string> HeaderNames => Event.Select(pair => pair.Key);

    public static IReadOnlyList<WireFrame> ReadAll(byte[] bytes)
    {
        var frames = new List<WireFrame>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = bytes.AsSpan(at).IndexOf("\n\n"u8);
            if (end < 0)
            {
                throw new FormatException($"The bytes end within a frame at {at} of {bytes.Length}.");
            }

            var head = Lines(Encoding.UTF8.GetString(bytes, at, end));
            at += end + 2;
            var length = int.Parse(head.FirstOrDefault(pair => pair.Key == "Content-Length").Value ?? "0", CultureInfo.InvariantCulture);
            var body = Encoding.UTF8.GetString(bytes, at, length);
            at += length;
            frames.Add(Frame(head, body));
        }

        return frames;
    }

    static WireFrame Frame(List<KeyValuePair<string, string>> head, string body)
    {
        var type = head.FirstOrDefault(pair => pair.Key == "Content-Type").Value ?? "";
        return type switch
        {
            "text/event-plain" => new WireFrame(type, head, Decoded(Lines(body.Split("\n\n", 2)[0])), body),
            "text/event-json" => new WireFrame(type, head, Json(body), body),
            "command/reply" when head.Count > 20 => new WireFrame("connect", [], Decoded(head), ""),
            _ => new WireFrame(type, head, [], body),
        };
    }

    static List<KeyValuePair<string, string>> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => KeyValuePair.Create(parts[0], parts[1]))];

    static List<KeyValuePair<string, string>> Decoded(List<KeyValuePair<string, string>> headers) =>
        [.. headers.Select(pair => KeyValuePair.Create(pair.Key, Uri.UnescapeDataString(pair.Value)))];

    static List<KeyValuePair<string, string>> Json(string body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.ToString()))];
    }
}

using System.Text;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Tests.EventSocket;

/// <summary>FreeSWITCH's end of a connection in a test: says what the test says, and keeps what it hears.</summary>
sealed class Peer : ITransportReader
{
    readonly ITransport transport;
    readonly CommandReader commands = new();

    public Peer(ITransport transport)
    {
        this.transport = transport;
        transport.Start(this);
    }

    /// <summary>What answers each command by itself; null leaves it to the test.</summary>
    public Func<ReceivedCommand, string?> Answer { get; set; } = _ => null;

    public List<ReceivedCommand> Heard { get; } = [];

    public IEnumerable<string> Lines => Heard.Select(command => command.Line);

    public bool IsClosed { get; private set; }

    public void Say(string text) => transport.Write(Encoding.UTF8.GetBytes(text));

    public void Reply(string text) => Say(ReplyFrame(text));

    public void ApiResponse(string body) => Say($"Content-Type: api/response\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\n\n{body}");

    public void Event(string name, params (string Name, string Value)[] headers) => EventWithBody(name, null, headers);

    public void EventWithBody(string name, string? body, params (string Name, string Value)[] headers)
    {
        var text = new StringBuilder($"Event-Name: {name}\n");
        foreach (var header in headers)
        {
            text.Append($"{header.Name}: {Uri.EscapeDataString(header.Value)}\n");
        }

        if (body is not null)
        {
            text.Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\n");
        }

        text.Append('\n').Append(body);
        Say($"Content-Length: {Encoding.UTF8.GetByteCount(text.ToString())}\nContent-Type: text/event-plain\n\n{text}");
    }

    public void Hang() => transport.Dispose();

    public static string ReplyFrame(string text) => $"Content-Type: command/reply\nReply-Text: {text}\n\n";

    void ITransportReader.Received(ReadOnlySpan<byte> bytes)
    {
        while (commands.TryRead(ref bytes, out var command))
        {
            Heard.Add(command);
            if (Answer(command) is { } answer)
            {
                Say(answer);
            }
        }
    }

    void ITransportReader.Closed(Exception? reason) => IsClosed = true;
}

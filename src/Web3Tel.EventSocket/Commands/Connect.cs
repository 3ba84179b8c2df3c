using System.Text;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Commands;

/// <summary>The first command on an outbound connection; answered with all that is known of the channel.</summary>
public sealed record Connect : Command<EventMessage>
{
    protected internal override void Write(CommandWriter writer) => writer.Line("connect").End();

    /// <exception cref="ProtocolException">FreeSWITCH refused.</exception>
    protected internal override EventMessage Read(Frame reply)
    {
        // The only reply that is encoded like an event is.
        var data = EventMessage.Plain(reply.Head);
        return data[HeaderNames.ReplyText]?.StartsWith('-') == true
            ? throw new ProtocolException($"FreeSWITCH refused 'connect': {Printable.Text(Encoding.UTF8.GetBytes(data[HeaderNames.ReplyText]!))}")
            : data;
    }
}

using System.Collections.Immutable;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Fires an event in FreeSWITCH, for whoever of its modules listens.</summary>
public sealed record SendEvent : Command<CommandReply>
{
    /// <param name="name">The event's name as on the wire, such as <c>MESSAGE_WAITING</c>.</param>
    /// <param name="headers">Its headers, in their order.</param>
    public SendEvent(string name, params ImmutableArray<KeyValuePair<string, string>> headers)
    {
        Name = OneLine.RequireWord(name);
        foreach (var (header, value) in headers)
        {
            OneLine.RequireWord(header);
            OneLine.Require(value, header);
        }

        Headers = headers;
    }

    public string Name { get; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; }

    protected internal override void Write(CommandWriter writer)
    {
        writer.Line($"sendevent {Name}");
        foreach (var (name, value) in Headers)
        {
            writer.Header(name, value);
        }

        writer.End();
    }

    protected internal override CommandReply Read(Frame reply) => CommandReply.From(reply);
}

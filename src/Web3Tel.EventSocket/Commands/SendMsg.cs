using System.Collections.Immutable;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// A message to a channel. <c>+OK</c> means that it is queued, not that it is done. To run applications use
/// <see cref="Execute"/>, which never queues more than FreeSWITCH takes.
/// </summary>
public sealed record SendMsg : Command<CommandReply>
{
    /// <param name="uuid">The channel; null for the one that an outbound connection belongs to.</param>
    /// <param name="headers">The headers, such as <c>call-command</c>, in their order.</param>
    public SendMsg(string? uuid, params ImmutableArray<KeyValuePair<string, string>> headers)
    {
        Uuid = uuid is null ? null : OneLine.RequireWord(uuid);
        foreach (var (name, value) in headers)
        {
            OneLine.RequireWord(name);
            OneLine.Require(value, name);
        }

        Headers = headers;
    }

    public string? Uuid { get; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The message's body, which may hold anything; none by default.</summary>
    public string? Body { get; init; }

    protected internal override void Write(CommandWriter writer)
    {
        writer.Line(Uuid is null ? "sendmsg" : $"sendmsg {Uuid}");
        foreach (var (name, value) in Headers)
        {
            writer.Header(name, value);
        }

        if (Body is null)
        {
            writer.End();
        }
        else
        {
            writer.End(Body);
        }
    }

    protected internal override CommandReply Read(Frame reply) => CommandReply.From(reply);
}

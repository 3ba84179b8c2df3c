using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>A command of one line that is answered with <c>+OK</c> or <c>-ERR</c>.</summary>
public abstract record LineCommand : Command<CommandReply>
{
    /// <summary>The line.</summary>
    protected abstract string Text { get; }

    /// <summary>What a connection that this succeeded on must be set up with to be alike again.</summary>
    internal virtual SessionSetup Remember(SessionSetup setup) => setup;

    protected internal sealed override void Write(CommandWriter writer) => writer.Line(Text).End();

    protected internal sealed override CommandReply Read(Frame reply) => CommandReply.From(reply);
}

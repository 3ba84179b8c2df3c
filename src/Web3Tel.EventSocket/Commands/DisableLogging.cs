using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Takes the log back.</summary>
public sealed record DisableLogging : LineCommand
{
    protected override string Text => "nolog";

    internal override SessionSetup Remember(SessionSetup setup) => setup with { Logging = null };
}

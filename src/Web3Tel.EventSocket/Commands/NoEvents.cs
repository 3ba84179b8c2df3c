using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Takes back all events asked for.</summary>
public sealed record NoEvents : LineCommand
{
    protected override string Text => "noevents";

    internal override SessionSetup Remember(SessionSetup setup) =>
        setup with { Names = setup.Names.Clear(), Subclasses = setup.Subclasses.Clear(), MyEvents = null };
}

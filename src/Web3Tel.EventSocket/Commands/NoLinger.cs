namespace Web3Tel.EventSocket.Commands;

/// <summary>Lets the connection end with its channel.</summary>
public sealed record NoLinger : LineCommand
{
    protected override string Text => "nolinger";
}

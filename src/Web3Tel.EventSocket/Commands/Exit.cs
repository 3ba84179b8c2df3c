namespace Web3Tel.EventSocket.Commands;

/// <summary>Ends the connection; on an outbound one the call goes on in the dialplan.</summary>
public sealed record Exit : LineCommand
{
    protected override string Text => "exit";
}

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Lets the dialplan go on when an outbound connection ends. It cannot be taken back: prefer the variable <c>socket_resume</c>.
/// </summary>
public sealed record Resume : LineCommand
{
    protected override string Text => "resume";
}

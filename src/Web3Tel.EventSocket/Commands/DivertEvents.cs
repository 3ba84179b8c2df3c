namespace Web3Tel.EventSocket.Commands;

/// <summary>Sends the events that applications would eat, such as digits during a prompt, to the connection.</summary>
/// <param name="Enabled">Whether to.</param>
public sealed record DivertEvents(bool Enabled) : LineCommand
{
    protected override string Text => Enabled ? "divert_events on" : "divert_events off";
}

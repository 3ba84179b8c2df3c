namespace Web3Tel.EventSocket.Commands;

/// <summary>A command that has no record of its own. What it changes is not restored after a reconnect.</summary>
public sealed record OtherCommand : LineCommand
{
    readonly string text;

    /// <param name="text">The whole line.</param>
    public OtherCommand(string text) => this.text = OneLine.Require(text);

    protected override string Text => text;
}

using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>Asks for FreeSWITCH's own log.</summary>
public sealed record EnableLogging : LineCommand
{
    const int Debug = 7;

    /// <param name="level">From 0 (console only) to 7 (all).</param>
    public EnableLogging(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Debug);
        Level = level;
    }

    public int Level { get; }

    protected override string Text => $"log {Level}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with { Logging = this };
}

using Web3Tel.EventSocket.Sockets;

namespace Web3Tel.EventSocket.Commands;

/// <summary>
/// Asks for the events of one channel only: a fixed list, without RECORD_*, PLAYBACK_*, CUSTOM and BACKGROUND_JOB.
/// </summary>
public sealed record MyEvents : LineCommand
{
    /// <param name="uuid">The channel; null for the one that an outbound connection belongs to.</param>
    public MyEvents(string? uuid = null) => Uuid = uuid is null ? null : OneLine.RequireWord(uuid);

    public string? Uuid { get; }

    public EventFormat Format { get; init; }

    protected override string Text => Uuid is null ? $"myevents {Format.ToWire()}" : $"myevents {Uuid} {Format.ToWire()}";

    internal override SessionSetup Remember(SessionSetup setup) => setup with { Format = Format, MyEvents = this };
}

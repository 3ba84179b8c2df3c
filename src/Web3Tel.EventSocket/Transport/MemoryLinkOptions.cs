namespace Web3Tel.EventSocket.Transport;

/// <summary>How a <see cref="MemoryLink"/> behaves between its two ends.</summary>
public sealed record MemoryLinkOptions
{
    /// <summary>How long each byte is under way, in each direction. Default: none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// Splits what is written: given the bytes that wait, how many of them arrive together (at least one is taken).
    /// Default: each write arrives in one piece.
    /// </summary>
    public Func<int, int>? Split { get; init; }

    /// <summary>The address of the end that connects, as the accepting end sees it; a port is added to it. Default: loopback.</summary>
    public string ConnectingAddress { get; init; } = "127.0.0.1";

    /// <summary>The address and port of the end that accepts, as the connecting end sees it.</summary>
    public string AcceptingPeer { get; init; } = "127.0.0.1:8021";
}

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What goes wrong in a world, and how often.</summary>
sealed record Faults
{
    public static readonly Faults None = new();

    public static readonly Faults All = new()
    {
        BridgeRefused = 0.03,
        BridgeUnheard = 0.005,
        ConnectionLostEvery = TimeSpan.FromSeconds(4),
        NodeDownEvery = TimeSpan.FromMinutes(3),
        ServiceKilledEvery = TimeSpan.FromMinutes(5),
        NonsenseEvery = TimeSpan.FromSeconds(20),
    };

    public double TalkSeconds { get; init; } = 40;

    public double BridgeRefused { get; init; }

    /// <summary>The two were joined, but the reply is lost.</summary>
    public double BridgeUnheard { get; init; }

    public TimeSpan? ConnectionLostEvery { get; init; }

    public TimeSpan? NodeDownEvery { get; init; }

    public TimeSpan? ServiceKilledEvery { get; init; }

    /// <summary>Events that come late or twice.</summary>
    public TimeSpan? NonsenseEvery { get; init; }
}

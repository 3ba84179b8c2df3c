using System.Collections.Immutable;

namespace Web3Tel.Server.Settings;

/// <summary>The simulated world that runs when no FreeSWITCH is set.</summary>
/// <param name="CallsPerMinute">How many callers ring, on average.</param>
/// <param name="Seed">The same seed gives the same callers.</param>
sealed record SimulatorSettings(int CallsPerMinute, int Seed)
{
    /// <summary>What callers press, each one of these by chance; none press nothing.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];
}

using System.Collections.Immutable;

namespace Web3Tel.Agents;

/// <summary>A person who takes calls.</summary>
public sealed record AgentSettings
{
    /// <summary>Unique; letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The phone, in the switch's own words: <c>user/1001</c>.</summary>
    public required string Destination { get; init; }

    /// <summary>Names of the queues served.</summary>
    public ImmutableArray<string> Queues { get; init; } = [];

    /// <summary>Whether the agent takes calls as soon as the configuration first names them.</summary>
    public bool SignedIn { get; init; } = true;
}

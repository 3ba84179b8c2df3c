using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Queues and agents, as data: journalled like all else, so that a replay decides by what was valid then.</summary>
public sealed record Configuration
{
    public ImmutableArray<QueueSettings> Queues { get; init; } = [];

    public ImmutableArray<AgentSettings> Agents { get; init; } = [];

    /// <summary>How long a queue waits for a caller we have just lost sight of, such as at a restart of the service.</summary>
    public TimeSpan ReturnTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long out of sight a caller is given up.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the switch may take to join an agent who answered with a caller.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Everything that is wrong with it, as sentences; empty when it can be used.</summary>
    public ImmutableArray<string> Problems() => ConfigurationCheck.Problems(this);
}

using System.Collections.Immutable;
using Web3Tel.Skills;

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

    /// <summary>How some of the queues are served; a queue not named here is served on level 1, at position 1, with weight 1.</summary>
    public ImmutableArray<Tier> Tiers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the agent can do, and how well.</summary>
    public SkillSet Skills { get; init => field = value ?? SkillSet.None; } = SkillSet.None;

    /// <summary>Whether the phone is asked to answer by itself; one that cannot just rings.</summary>
    public bool AutoAnswer { get; init; }

    /// <summary>The number shown to whom the agent calls; null for that of all.</summary>
    public string? OutgoingNumber { get; init; }

    /// <summary>Prefixes of numbers that the agent may call, before what holds for all.</summary>
    public ImmutableArray<string> OutgoingAllowed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Prefixes of numbers that the agent may not call, before what holds for all.</summary>
    public ImmutableArray<string> OutgoingBlocked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the agent takes calls as soon as the configuration first names them.</summary>
    public bool SignedIn { get; init; } = true;

    internal Tier TierIn(string queue)
    {
        foreach (var tier in Tiers)
        {
            if (tier.Queue == queue)
            {
                return tier;
            }
        }

        return new Tier(queue);
    }
}

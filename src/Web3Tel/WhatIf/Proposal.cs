using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.WhatIf;

/// <summary>What shall be different when a day is run again.</summary>
public sealed record Proposal
{
    /// <summary>Nothing: the day as it was.</summary>
    public static readonly Proposal Unchanged = new();

    /// <summary>Instead of every configuration of the day; null for those of the day.</summary>
    public Configuration? Configuration { get; init; }

    /// <summary>Queue → its strategy.</summary>
    public ImmutableDictionary<string, Strategy> Strategies { get; init; } = ImmutableDictionary<string, Strategy>.Empty;

    /// <summary>So many agents more or less.</summary>
    public ImmutableArray<StaffChange> Staff { get; init; } = [];

    /// <summary>How long a caller who was served waits at most when it takes longer than it did; nobody knows, and this is kind.</summary>
    public TimeSpan MostPatience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Decides what nobody knows: conversations of those who had none, phones of agents who did not work that day.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The configuration of the day with what shall be different.</summary>
    public Configuration Apply(Configuration real)
    {
        var configuration = Configuration ?? real;
        configuration = configuration with
        {
            Queues = [.. configuration.Queues.Select(queue => queue with { Strategy = Strategies.GetValueOrDefault(queue.Name, queue.Strategy) })],
        };
        return Staff.Aggregate(configuration, (changed, change) => change.Apply(changed));
    }

    /// <summary>What does not fit the day, as sentences.</summary>
    public IEnumerable<string> Problems(Configuration real)
    {
        var configuration = Configuration ?? real;
        var queues = configuration.Queues.Select(queue => queue.Name).ToArray();
        var unknown = Strategies.Keys.Concat(Staff.Select(change => change.Queue).OfType<string>()).Distinct().Except(queues);
        return
        [
            .. unknown.Select(queue => $"There is no queue \"{queue}\": queues are {string.Join(", ", queues)}."),
            .. Staff.Where(change => -change.By >= change.Serving(configuration).Count())
                .Select(change => $"There are {change.Serving(configuration).Count()} operators{(change.Queue is { } queue ? $" in {queue}" : "")}: {change.By} leaves nobody."),
            .. Apply(real).Problems(),
        ];
    }
}

using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Queues;

/// <summary>
/// A queue at one moment: ordered views of its callers and ready agents, each kept up to date by the engine
/// in O(log n) and rebuilt from callers and agents after a restart.
/// </summary>
public sealed record Queue(QueueSettings Settings)
{
    /// <summary>False for a queue that is no longer configured, and stays only until its conversations are over.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Everyone who waits, first come first, those we have lost sight of included.</summary>
    public ImmutableSortedSet<Place> Line { get; init; } = [];

    /// <summary>Those we have lost sight of a moment ago: callers behind them are not offered to the same agents before they had time to return.</summary>
    public ImmutableSortedSet<Place> Expected { get; init; } = [];

    /// <summary>Who waits, by whom they may be offered to; the first of them are the callers whom any agent may have.</summary>
    public ImmutableArray<Crowd> Crowds { get; init; } = [new Crowd(Profile.Anybody)];

    /// <summary>Callers who wait for one agent alone, by the agent's id.</summary>
    public ImmutableDictionary<string, Crowd> Loyal { get; init; } = ImmutableDictionary.Create<string, Crowd>(StringComparer.Ordinal);

    /// <summary>The first of those who wait for one agent alone, for each of these agents who is ready, if no phone rings for the caller yet.</summary>
    public ImmutableSortedSet<Place> Called { get; init; } = [];

    /// <summary>Callers whom any agent may have.</summary>
    public Crowd Anybody => Crowds[0];

    /// <summary>Agents who can be offered a caller of this queue now, in the order of its strategy.</summary>
    public ImmutableSortedSet<Turn> Ready { get; init; } = [];

    /// <summary>The same agents apart by their skills, in the order of these; those without any only where the strategy goes by skills.</summary>
    public ImmutableArray<Skilled> Skilled { get; init; } = [];

    /// <summary>Phones that ring, each for a caller of its own, where the strategy rings several for one caller; nothing otherwise.</summary>
    public ImmutableSortedSet<Rung> Leading { get; init; } = [];

    /// <summary>Phones that ring beside those, for whoever is the first of those their agents may have.</summary>
    public ImmutableSortedSet<Rung> Along { get; init; } = [];

    /// <summary>Agents who serve this queue and are at work, busy or not.</summary>
    public ImmutableSortedSet<string> AtWork { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>How many of them serve it on each level.</summary>
    public ImmutableSortedDictionary<int, int> LevelsAtWork { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>The highest level on which any agent is configured to serve it.</summary>
    public int TopLevel { get; init; } = 1;

    public Pace Pace { get; init; } = new();

    /// <summary>The turn this queue rang last, where its strategy goes on after it.</summary>
    public Turn? LastRung { get; init; }
}

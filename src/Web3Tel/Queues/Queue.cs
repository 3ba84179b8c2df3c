using System.Collections.Immutable;

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

    /// <summary>Those of the line who are on the phone and whose switch can be commanded.</summary>
    public ImmutableSortedSet<Place> Present { get; init; } = [];

    /// <summary>Those present for whom no phone rings yet.</summary>
    public ImmutableSortedSet<Place> Unoffered { get; init; } = [];

    /// <summary>Those we have lost sight of a moment ago: callers behind them are not offered before they had time to return.</summary>
    public ImmutableSortedSet<Place> Expected { get; init; } = [];

    /// <summary>Agents who can be offered a caller of this queue now, in the order of its strategy.</summary>
    public ImmutableSortedSet<Turn> Ready { get; init; } = [];

    /// <summary>Phones that ring, each for a caller of its own, where the strategy rings several for one caller; nothing otherwise.</summary>
    public ImmutableSortedSet<Rung> Leading { get; init; } = [];

    /// <summary>Phones that ring beside those, for whoever is the first.</summary>
    public ImmutableSortedSet<Rung> Along { get; init; } = [];

    /// <summary>Agents who serve this queue and are at work, busy or not.</summary>
    public ImmutableSortedSet<string> AtWork { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public Pace Pace { get; init; } = new();

    /// <summary>The turn this queue rang last, where its strategy goes on after it.</summary>
    public Turn? LastRung { get; init; }

    /// <summary>The lowest level on which a phone rings; beyond any when none does.</summary>
    internal int LowestRung => Math.Min(
        Leading.IsEmpty ? int.MaxValue : Leading.Min.Level,
        Along.IsEmpty ? int.MaxValue : Along.Min.Level);
}

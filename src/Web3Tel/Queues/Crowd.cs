using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Queues;

/// <summary>Callers of a queue who may be offered to the same agents, first come first.</summary>
public sealed record Crowd(Profile Profile)
{
    /// <summary>Those on the phone whose switch can be commanded.</summary>
    public ImmutableSortedSet<Place> Present { get; init; } = [];

    /// <summary>Those present for whom no phone rings yet.</summary>
    public ImmutableSortedSet<Place> Unoffered { get; init; } = [];

    /// <summary>Those we have lost sight of a moment ago, and who are expected back.</summary>
    public ImmutableSortedSet<Place> Expected { get; init; } = [];

    internal bool IsEmpty => Present.IsEmpty && Expected.IsEmpty;
}

using System.Collections.Immutable;
using Web3Tel.Callers;

namespace Web3Tel.Queues;

/// <summary>
/// The ready agents a caller may have, as one sequence in the order of the queue's strategy, though they are kept apart by their skills.
/// Each question costs O(log n) for each distinct set of skills.
/// </summary>
readonly struct Candidates
{
    readonly ImmutableArray<Part> _parts;

    Candidates(ImmutableArray<Part> parts)
    {
        _parts = parts;
        First = parts.IsEmpty ? default : parts.Min(part => part[0]);
    }

    public bool IsEmpty => _parts.IsEmpty;

    /// <summary>The first of all.</summary>
    public Turn First { get; }

    /// <summary>How many are of the lowest level there is: they come first.</summary>
    public int Lowest => _parts.Sum(OnLowest);

    /// <param name="highest">The highest level of agents the caller may have.</param>
    public static Candidates For(Queue queue, Profile profile, int highest)
    {
        var bySkill = queue.Settings.Strategy == Strategy.BestSkilled && !profile.Wanted.IsEmpty;
        if (profile.Must.IsEmpty && !bySkill)
        {
            return new Candidates(Part.Of(queue.Ready, highest, null) is { Count: > 0 } all ? [all] : []);
        }

        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var skilled in queue.Skilled)
        {
            if (skilled.Skills.Meets(profile.Must) && Part.Of(skilled.Ready, highest, bySkill ? -skilled.Skills.Fit(profile.Wanted) : null) is { Count: > 0 } part)
            {
                parts.Add(part);
            }
        }

        return new Candidates(parts.DrainToImmutable());
    }

    /// <summary>One of those of the lowest level, by a number below <see cref="Lowest"/>.</summary>
    public Turn OfLowest(int index)
    {
        foreach (var part in _parts)
        {
            var count = OnLowest(part);
            if (index < count)
            {
                return part[index];
            }

            index -= count;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <summary>The next after this turn within the lowest level, and from the end of it the first again.</summary>
    public Turn After(Turn turn)
    {
        var next = InOrder(turn, Turn.FirstOf(First.Level + 1)).SkipWhile(other => other == turn).Select(other => (Turn?)other).FirstOrDefault();
        return next ?? First;
    }

    /// <summary>All of them: from this turn on round the lowest level, then on through the others.</summary>
    public IEnumerable<Turn> InTurn(Turn from)
    {
        var level = First.Level;
        return InOrder(from, Turn.FirstOf(level + 1))
            .Concat(InOrder(Turn.FirstOf(level), from))
            .Concat(InOrder(Turn.FirstOf(level + 1), Turn.FirstOf(int.MaxValue)));
    }

    /// <summary>From the first turn to before the second.</summary>
    IEnumerable<Turn> InOrder(Turn from, Turn to)
    {
        var parts = _parts;
        var next = parts.Select(part => part.PositionOf(from)).ToArray();
        while (true)
        {
            var first = -1;
            for (var index = 0; index < next.Length; index++)
            {
                if (next[index] < parts[index].Count && (first < 0 || parts[index][next[index]].CompareTo(parts[first][next[first]]) < 0))
                {
                    first = index;
                }
            }

            if (first < 0 || parts[first][next[first]] is var turn && turn.CompareTo(to) >= 0)
            {
                yield break;
            }

            yield return parts[first][next[first]++];
        }
    }

    int OnLowest(Part part) => part.PositionOf(Turn.FirstOf(First.Level + 1));

    /// <summary>Agents in order, up to a level.</summary>
    /// <param name="Count">How many of them count.</param>
    /// <param name="Rank">Their rank for this caller; null for the one they have.</param>
    readonly record struct Part(ImmutableSortedSet<Turn> Ready, int Count, long? Rank)
    {
        public Turn this[int index] => Rank is { } rank ? Ready[index] with { Rank = rank } : Ready[index];

        public static Part Of(ImmutableSortedSet<Turn> ready, int highest, long? rank) => new(
            ready,
            ready.IsEmpty || ready.Max.Level <= highest ? ready.Count : ~ready.IndexOf(Turn.FirstOf(highest + 1)),
            rank);

        /// <summary>How many come before the turn.</summary>
        public int PositionOf(Turn turn)
        {
            // All of the part have the same rank for this caller, and none in the set.
            var own = Rank is not { } rank ? turn
                : rank == turn.Rank ? turn with { Rank = 0 }
                : rank > turn.Rank ? Turn.FirstOf(turn.Level)
                : Turn.FirstOf(turn.Level + 1);
            var index = Ready.IndexOf(own);
            return Math.Min(index < 0 ? ~index : index, Count);
        }
    }
}

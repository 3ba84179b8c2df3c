using Web3Tel.Calls;

namespace Web3Tel.Queues;

/// <summary>A place in a queue: by the time it counts from, then by the order in which callers reached us.</summary>
/// <param name="From">The time of joining, less the caller's priority.</param>
public readonly record struct Place(DateTimeOffset From, long Sequence, CallRef Call) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        var byTime = From.CompareTo(other.From);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}

using Web3Tel.Calls;

namespace Web3Tel.Queues;

/// <summary>A place in a queue: by the time of joining, then by the order in which callers reached us.</summary>
public readonly record struct Place(DateTimeOffset Joined, long Sequence, CallRef Call) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        var byTime = Joined.CompareTo(other.Joined);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }
}

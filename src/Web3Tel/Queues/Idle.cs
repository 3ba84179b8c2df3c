namespace Web3Tel.Queues;

/// <summary>A ready agent's turn: the longest idle first.</summary>
public readonly record struct Idle(DateTimeOffset Since, string Agent) : IComparable<Idle>
{
    public int CompareTo(Idle other)
    {
        var byTime = Since.CompareTo(other.Since);
        return byTime != 0 ? byTime : string.CompareOrdinal(Agent, other.Agent);
    }
}

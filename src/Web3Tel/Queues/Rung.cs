namespace Web3Tel.Queues;

/// <summary>A phone that rings in a queue which rings several for one caller: those of the lowest level first, then as they began.</summary>
/// <param name="Level">The agent's level in the queue when it began to ring.</param>
/// <param name="Offer">The offer's number.</param>
public readonly record struct Rung(int Level, long Offer) : IComparable<Rung>
{
    public int CompareTo(Rung other)
    {
        var order = Level.CompareTo(other.Level);
        return order != 0 ? order : Offer.CompareTo(other.Offer);
    }
}

namespace Web3Tel.Reports;

/// <summary>What was counted, by quarters of an hour.</summary>
public sealed class Facts
{
    readonly SortedDictionary<long, SlotFacts> _slots = [];

    /// <summary>Those in which something was counted, in order.</summary>
    public IEnumerable<KeyValuePair<long, SlotFacts>> Slots => _slots;

    public SlotFacts In(long slot) => _slots.TryGetValue(slot, out var facts) ? facts : _slots[slot] = new SlotFacts();

    public void Add(Facts other)
    {
        foreach (var (slot, facts) in other.Slots)
        {
            In(slot).Add(facts);
        }
    }
}

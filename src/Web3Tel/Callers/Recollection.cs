using System.Collections.Immutable;

namespace Web3Tel.Callers;

/// <summary>
/// What is remembered of callers between their calls, each until its time, the latest only. It never holds more than
/// <see cref="Most"/>: beyond that, what would be forgotten first is. Everything in O(log n).
/// </summary>
public sealed class Recollection<T>
    where T : class, IRemembered
{
    public const int Most = 100_000;

    static readonly Comparer<T> ByTime = Comparer<T>.Create((one, other) =>
    {
        var order = one.Until.CompareTo(other.Until);
        return order != 0 ? order : string.CompareOrdinal(one.Key, other.Key);
    });

    readonly ImmutableDictionary<string, T> _byKey;
    readonly ImmutableSortedSet<T> _byTime;

    public Recollection()
        : this(ImmutableDictionary.Create<string, T>(StringComparer.Ordinal), ImmutableSortedSet.Create<T>(ByTime))
    {
    }

    Recollection(ImmutableDictionary<string, T> byKey, ImmutableSortedSet<T> byTime)
    {
        _byKey = byKey;
        _byTime = byTime;
    }

    /// <summary>All of it, what is forgotten first coming first.</summary>
    public IReadOnlyCollection<T> Items => _byTime;

    /// <summary>What is remembered at that time, or null.</summary>
    public T? Find(string key, DateTimeOffset at) => _byKey.GetValueOrDefault(key) is { } item && item.Until > at ? item : null;

    /// <summary>Remembers it in the place of what was remembered by that key; what is due by then is forgotten.</summary>
    public Recollection<T> With(T item, DateTimeOffset at)
    {
        var (byKey, byTime) = (_byKey, _byTime);
        if (byKey.GetValueOrDefault(item.Key) is { } old)
        {
            byTime = byTime.Remove(old);
        }

        (byKey, byTime) = (byKey.SetItem(item.Key, item), byTime.Add(item));
        while (byTime.Count > Most || (byTime.Min is { } first && first.Until <= at))
        {
            byKey = byKey.Remove(byTime.Min!.Key);
            byTime = byTime.Remove(byTime.Min);
        }

        return new Recollection<T>(byKey, byTime);
    }

    public Recollection<T> Without(T item) => new(_byKey.Remove(item.Key), _byTime.Remove(item));

    internal Recollection<T> WithAll(IEnumerable<T> items) =>
        items.Aggregate(this, (all, item) => all.With(item, DateTimeOffset.MinValue));
}

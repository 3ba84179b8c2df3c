using System.Collections.Immutable;

namespace Web3Tel.Reports;

/// <summary>Sums facts up to the rows of a report.</summary>
public sealed class Report(ReportQuery query)
{
    readonly ImmutableArray<Stretch> _stretches = Stretches.Of(query.From, query.To, query.Interval, query.Zone);
    readonly SortedDictionary<(int Stretch, string Name), Tally> _rows =
        new(Comparer<(int Stretch, string Name)>.Create(static (one, other) =>
            one.Stretch != other.Stretch ? one.Stretch.CompareTo(other.Stretch) : string.CompareOrdinal(one.Name, other.Name)));

    public ReportQuery Query => query;

    /// <summary>By interval and name; only where something was counted.</summary>
    public IEnumerable<ReportRow> Rows => _rows.Where(row => !row.Value.IsEmpty).Select(row => new ReportRow(_stretches[row.Key.Stretch], row.Key.Name, row.Value));

    /// <summary>By name, over the whole time.</summary>
    public IEnumerable<ReportRow> Totals => Rows.GroupBy(row => row.Name, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal)
        .Select(rows => Sum(rows.Key, rows));

    /// <summary>All together, over the whole time. A caller of two queues is in it twice, and so is the time of an operator of two queues.</summary>
    public ReportRow Total => Sum(null, Rows);

    /// <summary>Facts outside the time and of others than were asked for are passed over.</summary>
    /// <param name="slot">Its number.</param>
    /// <param name="facts">What was counted in it of what the report is about.</param>
    public void Add(long slot, Dictionary<string, Tally> facts)
    {
        if (slot < query.FirstSlot || slot >= query.EndSlot || StretchOf(slot) is not { } stretch)
        {
            return;
        }

        foreach (var (name, tally) in facts)
        {
            if (query.Name is null || query.Name == name)
            {
                var row = _rows.TryGetValue((stretch, name), out var known) ? known : _rows[(stretch, name)] = new Tally();
                row.Add(tally);
            }
        }
    }

    public void Add(Facts facts)
    {
        foreach (var (slot, counted) in facts.Slots)
        {
            Add(slot, counted.Of(query.Subject));
        }
    }

    int? StretchOf(long slot)
    {
        var at = Slot.Begin(slot);
        var (low, high) = (0, _stretches.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (at < _stretches[middle].From)
            {
                high = middle - 1;
            }
            else if (at >= _stretches[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return null;
    }

    ReportRow Sum(string? name, IEnumerable<ReportRow> rows)
    {
        var sum = new Tally();
        foreach (var row in rows)
        {
            sum.Add(row.Tally);
        }

        return new ReportRow(Stretches.Of(query.From, query.To, Interval.Whole, query.Zone)[0], name, sum);
    }
}

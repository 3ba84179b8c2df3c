using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Where a caller has to stand to have a certain place in a queue. O(log n); nobody else is moved for it.</summary>
static class Moves
{
    /// <summary>How far before the first one is set, so that there is room between the two.</summary>
    static readonly TimeSpan Room = TimeSpan.FromSeconds(1);

    /// <summary>How far behind the last one is set who joined just now: whoever comes next shall be behind.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(0.1);

    /// <summary>From when the place counts; null when there is no time between the two neighbours.</summary>
    /// <param name="position">1 for the first; beyond the last for the last.</param>
    public static DateTimeOffset? TimeAt(this Queue queue, Caller caller, int position, DateTimeOffset at)
    {
        var others = caller.Queue == queue.Settings.Name ? queue.Line.Remove(caller.Place) : queue.Line;
        var index = Math.Min(position - 1, others.Count);
        Place? before = index > 0 ? others[index - 1] : null;
        Place? behind = index < others.Count ? others[index] : null;
        return Candidates(before?.From, behind?.From, at)
            .Prepend(caller.Place.From)
            .Where(from => Fits(caller.Place with { From = from }, before, behind))
            .Select(from => (DateTimeOffset?)from)
            .FirstOrDefault();
    }

    static IEnumerable<DateTimeOffset> Candidates(DateTimeOffset? before, DateTimeOffset? behind, DateTimeOffset at) => (before, behind) switch
    {
        (null, null) => [at],
        (null, { } next) => [next - Room],
        ({ } last, null) => [last + Half(last, at), last + Moment],
        // Of two with the same time the one who reached us first stands first: that may do, too.
        ({ } one, { } two) => [one + Half(one, two), one, two],
    };

    static TimeSpan Half(DateTimeOffset from, DateTimeOffset to) => (to - from) / 2;

    static bool Fits(Place place, Place? before, Place? behind) =>
        (before is not { } one || one.CompareTo(place) < 0) && (behind is not { } two || place.CompareTo(two) < 0);
}

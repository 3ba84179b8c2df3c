namespace Web3Tel.Reports;

/// <summary>
/// A quarter of an hour of UTC: what facts are kept by. Every interval of every time zone in use today is a number of these, so facts need be
/// kept once only.
/// </summary>
public static class Slot
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>The number of the slot that holds the moment; grows with time, and is never reused.</summary>
    public static long Of(DateTimeOffset at) => at.UtcTicks / Length.Ticks;

    public static DateTimeOffset Begin(long slot) => new(slot * Length.Ticks, TimeSpan.Zero);

    /// <summary>A stretch of time cut at the borders of slots.</summary>
    internal static IEnumerable<(long Slot, long Ticks)> Cut(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to;)
        {
            var slot = Of(at);
            var end = Begin(slot + 1);
            end = end < to ? end : to;
            yield return (slot, (end - at).Ticks);
            at = end;
        }
    }
}

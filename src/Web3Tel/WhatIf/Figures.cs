using Web3Tel.History;

namespace Web3Tel.WhatIf;

/// <summary>How callers of a queue, or of all, fared on a day. Waits are in seconds, of those who were answered.</summary>
/// <param name="Calls">Who joined.</param>
/// <param name="Others">Neither answered nor abandoned: turned away, lost, failed.</param>
/// <param name="ServiceLevel">From 0 to 1: of all who joined, those who were answered within the time that was asked for.</param>
/// <param name="Occupancy">From 0 to 1: of the agents' time at work, that spent talking and in wrap-up; null when nobody was at work.</param>
public sealed record Figures(
    int Calls,
    int Answered,
    int Abandoned,
    int Others,
    double ServiceLevel,
    double MeanWait,
    double MedianWait,
    double NinetiethWait,
    double LongestWait,
    double? Occupancy)
{
    /// <param name="within">The service level's time.</param>
    public static Figures Of(IEnumerable<HistoryEntry> calls, TimeSpan within, double? occupancy)
    {
        var all = calls.ToArray();
        double[] waits = [.. all.Where(call => call.Answered is not null).Select(call => call.WaitedSeconds).Order()];
        var abandoned = all.Count(call => call.Result == CallResult.Abandoned);
        return new Figures(
            all.Length,
            waits.Length,
            abandoned,
            all.Length - waits.Length - abandoned,
            all.Length == 0 ? 1 : (double)waits.Count(wait => wait <= within.TotalSeconds) / all.Length,
            waits.Length == 0 ? 0 : waits.Average(),
            Rank(waits, 0.5),
            Rank(waits, 0.9),
            waits.Length == 0 ? 0 : waits[^1],
            occupancy);
    }

    /// <summary>The wait that this share of the callers did not exceed.</summary>
    static double Rank(double[] ordered, double share) =>
        ordered.Length == 0 ? 0 : ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Length) - 1)];
}

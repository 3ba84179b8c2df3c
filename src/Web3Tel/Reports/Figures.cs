namespace Web3Tel.Reports;

/// <summary>Figures that follow from what was counted. Null where there is nothing to divide by.</summary>
public static class Figures
{
    /// <summary>Waits of a queue, or calls of a line, of which it is known what became of them and which came for an operator at all.</summary>
    public static long Decided(this Tally tally) => tally[Measure.Answered] + tally[Measure.Abandoned] + tally[Measure.Refused] + tally[Measure.Overflowed]
        + tally[Measure.LeftByKey] + tally[Measure.Moved] + tally[Measure.Failed] + tally[Measure.TurnedAway] + tally[Measure.SentOn]
        + tally[Measure.AskedForCallback];

    /// <summary>Of these, all but those who chose to be called back: they neither had a conversation in time nor missed one.</summary>
    public static long Judged(this Tally tally) => tally.Decided() - tally[Measure.AskedForCallback];

    public static long CallbacksPending(this Tally tally) => tally[Measure.Callbacks] - tally[Measure.CalledBack] - tally[Measure.CallbacksInPerson]
        - tally[Measure.CallbacksExpired] - tally[Measure.CallbacksUsedUp] - tally[Measure.CallbacksCancelled] - tally[Measure.CallbacksWithdrawn]
        - tally[Measure.CallbacksLeft];

    public static long Within(this Dictionary<int, long> after, int seconds) => after.Where(pair => pair.Key <= seconds).Sum(pair => pair.Value);

    public static double? ServiceLevel(this Tally tally, ReportQuery query) => Share(tally.AnsweredAfter.Within(query.AnsweredWithin), tally.Judged());

    /// <summary>The same, of all but the short abandons.</summary>
    public static double? ServiceLevelOfStaying(this Tally tally, ReportQuery query) =>
        Share(tally.AnsweredAfter.Within(query.AnsweredWithin), tally.Judged() - tally.AbandonedAfter.Within(query.AbandonedWithin));

    /// <summary>Seconds, a second begun being a whole one, of those answered or abandoned.</summary>
    public static double? LongestWait(this Tally tally) =>
        tally.AnsweredAfter.Keys.Concat(tally.AbandonedAfter.Keys).Select(seconds => (double?)seconds).Max();

    public static double Seconds(this Tally tally, params ReadOnlySpan<Measure> ticks)
    {
        var sum = 0L;
        foreach (var measure in ticks)
        {
            sum += tally[measure];
        }

        return Seconds(sum);
    }

    public static double Seconds(long ticks) => Math.Round((double)ticks / TimeSpan.TicksPerSecond, 3);

    /// <summary>Seconds of each.</summary>
    public static double? Average(this Tally tally, Measure of, params ReadOnlySpan<Measure> ticks) =>
        tally[of] > 0 ? Math.Round(tally.Seconds(ticks) / tally[of], 3) : null;

    public static double? AverageMark(this Tally tally) => tally[Measure.Marks] > 0 ? Math.Round((double)tally[Measure.MarkSum] / tally[Measure.Marks], 2) : null;

    public static double? Occupancy(this Tally tally) => Share(tally[Measure.Busy], tally[Measure.AtWork]);

    static double? Share(long part, long of) => of > 0 ? Math.Round((double)part / of, 4) : null;
}

using System.Collections.Immutable;
using Web3Tel.Reports;

namespace Web3Tel.Server.Panel;

/// <summary>What was counted since midnight.</summary>
/// <param name="Queues">By name.</param>
/// <param name="Operators">By id.</param>
public sealed record Day(ImmutableDictionary<string, QueueDay> Queues, ImmutableDictionary<string, OperatorDay> Operators)
{
    /// <summary>While nothing can be told.</summary>
    public static readonly Day Unknown = new(ImmutableDictionary<string, QueueDay>.Empty, ImmutableDictionary<string, OperatorDay>.Empty);

    internal static Day Of(Report queues, Report operators) => new(
        queues.Totals.ToImmutableDictionary(row => row.Name!, row => QueueDay.Of(row.Tally, queues.Query)),
        operators.Totals.ToImmutableDictionary(row => row.Name!, row => OperatorDay.Of(row.Tally)));
}

/// <summary>A queue's day.</summary>
/// <param name="ServiceLevel">From 0 to 1; null where there is nothing to judge.</param>
public sealed record QueueDay(long Offered, long Answered, long Abandoned, double? ServiceLevel)
{
    internal static QueueDay Of(Tally tally, ReportQuery query) =>
        new(tally[Measure.Offered], tally[Measure.Answered], tally[Measure.Abandoned], tally.ServiceLevel(query));
}

/// <summary>An operator's day.</summary>
/// <param name="Missed">Offers rejected, not answered, or that did not reach the phone.</param>
/// <param name="AverageTalk">Seconds of a conversation; null before the first.</param>
/// <param name="Occupancy">From 0 to 1; null for one who was not at work.</param>
/// <param name="Break">Seconds.</param>
public sealed record OperatorDay(long Conversations, long Missed, double? AverageTalk, double? Occupancy, double SignedIn, double Break)
{
    internal static OperatorDay Of(Tally tally) => new(
        tally[Measure.Conversations],
        tally[Measure.Rejected] + tally[Measure.Unanswered] + tally[Measure.Unreachable],
        tally.Average(Measure.Conversations, Measure.Talk),
        tally.Occupancy(),
        tally.Seconds(Measure.SignedIn),
        tally.Seconds(Measure.OnBreak));
}

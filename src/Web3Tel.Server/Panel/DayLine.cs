using System.Collections.Immutable;
using System.Text;
using Web3Tel.Reports;

namespace Web3Tel.Server.Panel;

/// <summary>The day by half hours: how callers fared, and what operators did.</summary>
/// <param name="Calls">Of queues.</param>
/// <param name="Work">Of operators.</param>
public sealed record DayLine(Report Calls, Report Work)
{
    /// <summary>What an operator's time is told apart into, each with the class of its colour.</summary>
    static readonly ImmutableArray<(LineState State, ImmutableArray<Measure> Of)> Parts =
    [
        (LineState.Talking, [Measure.Talking, Measure.Holding]),
        (LineState.Ringing, [Measure.Ringing]),
        (LineState.WrapUp, [Measure.WrappingUp]),
        (LineState.Ready, [Measure.Ready]),
        (LineState.Break, [Measure.OnBreak]),
        (LineState.Other, [Measure.Resting, Measure.NotDisturbed, Measure.InOtherCall, Measure.CallingOut]),
    ];

    /// <summary>Half hours from the first in which something was counted to the last.</summary>
    public ImmutableArray<Stretch> Hours { get; } = Between(Calls, Work);

    /// <summary>Of the queues that may be seen, by half hour.</summary>
    internal IEnumerable<(Stretch When, Tally Tally)> CallsOf(Func<string, bool> isSeen)
    {
        var counted = Calls.Rows.Where(row => isSeen(row.Name!)).ToLookup(row => row.When);
        foreach (var when in Hours)
        {
            var sum = new Tally();
            foreach (var row in counted[when])
            {
                sum.Add(row.Tally);
            }

            yield return (when, sum);
        }
    }

    /// <summary>Operators' half hours, in the order of their ids; of those who may be seen.</summary>
    internal IEnumerable<OperatorLine> Operators(Func<string, bool> isSeen) =>
        from rows in Work.Rows.Where(row => isSeen(row.Name!)).GroupBy(row => row.Name!, StringComparer.Ordinal)
        orderby rows.Key
        select Of(rows.Key, rows.ToDictionary(row => row.When, row => row.Tally));

    OperatorLine Of(string id, Dictionary<Stretch, Tally> hours)
    {
        var paths = Parts.ToDictionary(part => part.State, _ => new StringBuilder());
        for (var x = 0; x < Hours.Length; x++)
        {
            if (!hours.TryGetValue(Hours[x], out var tally))
            {
                continue;
            }

            var (whole, below) = ((Hours[x].To - Hours[x].From).TotalSeconds, 1d);
            foreach (var (state, of) in Parts)
            {
                if (tally.Seconds(of.AsSpan()) / whole is var share and > 0)
                {
                    // A line of their time from the bottom up; the picture is one high and one wide for each half hour.
                    paths[state].Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {Charts.Number(below)}h1v-{Charts.Number(share)}h-1z");
                    below -= share;
                }
            }
        }

        var sum = new Tally();
        foreach (var tally in hours.Values)
        {
            sum.Add(tally);
        }

        return new OperatorLine(id, [.. Parts.Select(part => (part.State, paths[part.State].ToString(), sum.Seconds(part.Of.AsSpan())))]);
    }

    static ImmutableArray<Stretch> Between(Report calls, Report work)
    {
        var counted = calls.Rows.Concat(work.Rows).Select(row => row.When.From).ToArray();
        return counted.Length == 0
            ? []
            : [.. Stretches.Of(work.Query.From, work.Query.To, work.Query.Interval, work.Query.Zone).Where(when => when.From >= counted.Min() && when.From <= counted.Max())];
    }
}

/// <summary>What an operator does, as the timeline tells it apart.</summary>
public enum LineState
{
    Talking,
    Ringing,
    WrapUp,
    Ready,
    Break,
    Other,
}

/// <summary>An operator's day.</summary>
/// <param name="Parts">Of each state its drawing, and its seconds.</param>
public sealed record OperatorLine(string Id, ImmutableArray<(LineState State, string Path, double Seconds)> Parts);

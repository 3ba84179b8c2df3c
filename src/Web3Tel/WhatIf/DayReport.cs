using System.Collections.Immutable;
using Web3Tel.History;

namespace Web3Tel.WhatIf;

/// <summary>A past day beside what it would have been.</summary>
/// <param name="SameAgent">From 0 to 1: of the callers answered on the real day, those whom the unchanged run gave the same agent.</param>
/// <param name="SameWait">The same for the wait, to within a second.</param>
/// <param name="Unfinished">Callers left out, since the journal ends before their calls do.</param>
public sealed record DayReport(ImmutableArray<QueueFigures> Queues, double SameAgent, double SameWait, int Unfinished)
{
    /// <summary>Customers to be called back, who are left out.</summary>
    public int Callbacks { get; init; }

    /// <param name="within">The service level's time.</param>
    public static DayReport Of(PastDay day, Proposal proposal, TimeSpan within)
    {
        var real = day.Calls.Select(call => call.Real).ToArray();
        var rerun = Rehearsal.Of(day, Proposal.Unchanged with { MostPatience = proposal.MostPatience, Seed = proposal.Seed });
        var whatIf = Rehearsal.Of(day, proposal);
        var names = real.Concat(rerun.Calls).Concat(whatIf.Calls).Select(call => call.Queue).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var before = rerun.Calls.ToDictionary(call => call.Id);
        HistoryEntry[] answered = [.. real.Where(call => call.Answered is not null)];
        return new DayReport(
            [
                .. names.Append(null).Select(queue => new QueueFigures(
                    queue,
                    Of(real, day.Work, queue, within),
                    Of(rerun.Calls, rerun.Work, queue, within),
                    Of(whatIf.Calls, whatIf.Work, queue, within))),
            ],
            Share(answered, call => before.GetValueOrDefault(call.Id)?.Agent == call.Agent),
            Share(answered, call => before.GetValueOrDefault(call.Id) is { Answered: not null } again && Math.Abs(again.WaitedSeconds - call.WaitedSeconds) <= 1),
            day.Unfinished)
        {
            Callbacks = day.Callbacks,
        };
    }

    static Figures Of(IEnumerable<HistoryEntry> calls, Shifts work, string? queue, TimeSpan within) =>
        Figures.Of(calls.Where(call => queue is null || call.Queue == queue), within, work.Occupancy(queue));

    static double Share(HistoryEntry[] of, Func<HistoryEntry, bool> same) => of.Length == 0 ? 1 : (double)of.Count(same) / of.Length;
}

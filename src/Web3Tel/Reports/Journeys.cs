using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Reports;

/// <summary>
/// Counts what became of callers. What a step adds to a journey is counted by taking back what the journey was worth before and counting the
/// longer one: so nothing need be remembered of a caller, and nothing is counted twice.
/// </summary>
static class Journeys
{
    public static void Count(Facts facts, Moment moment)
    {
        foreach (var call in moment.Touched.Callers)
        {
            var before = moment.CallerIn(moment.Before, call);
            var entry = moment.After.Callers.TryGetValue(call, out var after) ? null : Ended(moment, call.Id);
            var journey = after?.Journey ?? entry?.Journey;
            if (journey is null || !IsNews(before?.Journey, journey))
            {
                continue;
            }

            if (before is not null)
            {
                new JourneyCount(facts, before.Dialled, n: -1).Walk(before.Journey, null);
            }

            new JourneyCount(facts, after?.Dialled ?? entry!.Dialled, n: 1).Walk(journey, entry?.Result);
        }
    }

    static HistoryEntry? Ended(Moment moment, string id)
    {
        foreach (var effect in moment.Effects)
        {
            if (effect is Effect.Archive { Entry: var entry } && entry.Id == id)
            {
                return entry;
            }
        }

        return null;
    }

    static bool IsNews(ImmutableList<JourneyStep>? before, ImmutableList<JourneyStep> after)
    {
        for (var i = before?.Count ?? 0; i < after.Count; i++)
        {
            if (JourneyCount.Counts(after[i].What))
            {
                return true;
            }
        }

        return false;
    }
}

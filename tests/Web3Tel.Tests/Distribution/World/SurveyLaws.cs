using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold of those who are asked for a mark after the conversation.</summary>
sealed class SurveyLaws(Laws laws)
{
    /// <summary>Asked three times, with time to answer, and thanked.</summary>
    static readonly TimeSpan LongestSurvey = TimeSpan.FromSeconds(60);

    /// <summary>A mark that was written down stands in the history, and nobody has one that was not given.</summary>
    /// <param name="isWhole">Else what happened last before a death is not in the journal, though the history may have it.</param>
    public void EachMarkIsKept(IEnumerable<Event.Rated> given, IReadOnlyList<HistoryEntry> history, bool isWhole)
    {
        var marks = given.ToLookup(rated => rated.Call.Id);
        foreach (var entry in history.GroupBy(entry => entry.Id).Select(entries => entries.Last()))
        {
            var kept = entry.Journey.Where(step => step.What == JourneyEvent.Rated).Select(step => step.Detail).ToHashSet();
            var written = marks[entry.Id].Select(rated => $"{rated.Survey}: {rated.Mark}").ToHashSet();
            if (!kept.IsSupersetOf(written) || (isWhole && !kept.IsSubsetOf(written)) || entry.Mark is null != (kept.Count == 0))
            {
                laws.Broken($"{entry.Id} gave the marks {string.Join(", ", written)}, and the history has {string.Join(", ", kept)}");
            }
        }
    }

    /// <summary>Nobody is kept after the conversation: who is heard of is asked, thanked and let go.</summary>
    public void NobodyIsKept(CallCenter state, DateTimeOffset now)
    {
        foreach (var caller in laws.Roll.Of(state))
        {
            if (caller is { State: CallerState.SentOn { Step: NextStep.Named { Name: "survey" } }, Away: null } && now - caller.Journey.Last(step => step.What is JourneyEvent.SentOn or JourneyEvent.CameBack).At > LongestSurvey)
            {
                laws.Broken($"{caller.Call.Id} is asked since {caller.LeftQueue:HH:mm:ss}");
            }
        }
    }
}

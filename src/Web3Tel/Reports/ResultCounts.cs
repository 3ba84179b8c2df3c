using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Reports;

/// <summary>
/// Counts the results that agents gave to conversations, in the slot of the call's arrival. The agent's last one for a conversation counts: one that is
/// changed is taken back.
/// </summary>
static class ResultCounts
{
    public static void Count(Facts facts, Moment moment)
    {
        if (moment.Happened is not Event.NoteTaken taken
            || moment.After.Ignored > moment.Before.Ignored
            || NotedCall.Of(moment.Before, moment.Before.Agents[taken.Agent]) is not { } noted)
        {
            return;
        }

        var (arrived, journey) = moment.Before.Callers.GetValueOrDefault(noted.Call) is { } caller
            ? (caller.Arrived, caller.Journey)
            : (moment.Before.InWrapUp[noted.Call].Arrived, moment.Before.InWrapUp[noted.Call].Journey);
        var before = journey.LastOrDefault(step => step.Agent == taken.Agent && step.What is JourneyEvent.NoteTaken or JourneyEvent.Connected) is { What: JourneyEvent.NoteTaken } note
            ? JourneyCount.QueueOf(note)
            : "";
        var slot = facts.In(Slot.Of(arrived));
        Tally?[] counted = [noted.Queue is { } queue ? slot.Of(Subject.Queue, queue) : null, slot.Of(Subject.Operator, taken.Agent)];
        foreach (var tally in counted.OfType<Tally>())
        {
            Count(tally, before, -1);
            Count(tally, taken.Result ?? "", 1);
        }
    }

    static void Count(Tally tally, string result, int n)
    {
        if (result.Length > 0)
        {
            tally.CountResult(result, n);
        }
    }
}

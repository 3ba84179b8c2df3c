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
        if (moment.After.Ignored > moment.Before.Ignored)
        {
            return;
        }

        switch (moment.Happened)
        {
            case Event.NoteTaken taken when NotedCall.Of(moment.Before, moment.Before.Agents[taken.Agent]) is { } noted:
                var (arrived, journey) = moment.Before.Callers.GetValueOrDefault(noted.Call) is { } caller
                    ? (caller.Arrived, caller.Journey)
                    : (moment.Before.InWrapUp[noted.Call].Arrived, moment.Before.InWrapUp[noted.Call].Journey);
                Count(facts.In(Slot.Of(arrived)), noted.Queue, taken.Agent, journey, taken.Result);
                break;
            case Event.NoteRevised revised when NotedCall.Over(moment.Before, revised.Agent, revised.Over, revised.At) is { } over:
                Count(facts.In(Slot.Of(revised.Over.Arrived)), over.Queue, revised.Agent, revised.Over.Journey, revised.Result);
                break;
        }
    }

    static void Count(SlotFacts slot, string? queue, string agent, IReadOnlyList<JourneyStep> journey, string? result)
    {
        var before = journey.LastOrDefault(step => step.Agent == agent && step.What is JourneyEvent.NoteTaken or JourneyEvent.Connected) is { What: JourneyEvent.NoteTaken } note
            ? JourneyCount.QueueOf(note)
            : "";
        Tally?[] counted = [queue is null ? null : slot.Of(Subject.Queue, queue), slot.Of(Subject.Operator, agent)];
        foreach (var tally in counted.OfType<Tally>())
        {
            Count(tally, before, -1);
            Count(tally, result ?? "", 1);
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

using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Reports;

/// <summary>Counts operators' calls to numbers outside, when they are over.</summary>
static class OutgoingCounts
{
    public static void Count(Facts facts, Moment moment)
    {
        foreach (var effect in moment.Effects)
        {
            // An entry that comes again, with the end of the wrap-up, has been counted.
            if (effect is Effect.Archive { Entry: { IsByOperator: true, Agent: { } agent, Journey: [.., { What: JourneyEvent.Ended }] } entry })
            {
                var own = facts.In(Slot.Of(entry.Arrived)).Of(Subject.Operator, agent);
                own.Count(Measure.OutgoingCalls, 1);
                own.Count(Measure.OutgoingAnswered, entry.Answered is null ? 0 : 1);
                own.Count(Measure.OutgoingTalk, TimeSpan.FromSeconds(entry.TalkedSeconds).Ticks);
            }
        }
    }
}

using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers whose agent has hung up and who go on with a step, such as a survey. The switch sends them to us again; until they come they are away,
/// and who does not come has hung up.
/// </summary>
static class AfterTalking
{
    /// <summary>The step that follows the conversation; null for none. Who is being handed over to somebody goes there instead.</summary>
    public static NextStep.Named? StepAfter(this Decision now, Offer offer) =>
        now.State.Queues.GetValueOrDefault(offer.Queue)?.Settings.AfterTalk is { } step && now.Caller(offer.Call) is { Guest: null, StepsTaken: < NextSteps.MostSteps }
            ? new NextStep.Named(step)
            : null;

    public static void GoOnAfterTalk(this Decision now, Offer offer, NextStep.Named step)
    {
        var caller = now.FinishTalk(offer).With(now.At, JourneyEvent.SentOn, detail: $"step {step.Name}");
        now.Set(now.Absent(caller with { State = new CallerState.SentOn(step), LeftQueue = now.At, StepsTaken = caller.StepsTaken + 1 }));
    }

    /// <summary>A caller has given a mark: a step of the journey, which is in the history.</summary>
    public static void Rate(this Decision now, Event.Rated rated)
    {
        if (now.Caller(rated.Call) is { } caller)
        {
            now.Set(caller.With(now.At, JourneyEvent.Rated, caller.Talk?.Agent, $"{rated.Survey}: {rated.Mark}"));
        }
        else
        {
            now.Ignore();
        }
    }
}

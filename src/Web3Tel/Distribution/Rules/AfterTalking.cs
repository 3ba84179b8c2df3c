using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Callers whose agent has hung up and who go on with a step, such as a survey. The switch sends them to us again; until they come they are away,
/// and who does not come has hung up.
/// </summary>
static class AfterTalking
{
    /// <summary>
    /// The step that follows the conversation; null for none. Who is being handed over to somebody goes there instead. Where the queue has got a
    /// step during the conversation the switch knows nothing of it: the caller would be waited for in vain.
    /// </summary>
    public static NextStep.Named? StepAfter(this Decision now, Offer offer) =>
        offer.ComesBack && now.State.Queues.GetValueOrDefault(offer.Queue)?.Settings.AfterTalk is { } step && now.Caller(offer.Call) is { Guest: null, StepsTaken: < NextSteps.MostSteps }
            ? new NextStep.Named(step)
            : null;

    /// <summary>Whether the switch sends callers of the queue to us again when their agent hangs up.</summary>
    public static bool ComeBackAfterTalk(this Decision now, string queue) => now.State.Queues.GetValueOrDefault(queue)?.Settings.AfterTalk is not null;

    public static void GoOnAfterTalk(this Decision now, Offer offer, NextStep.Named step)
    {
        var caller = now.FinishTalk(offer).With(now.At, JourneyEvent.SentOn, offer.Agent, $"step {step.Name}");
        now.Set(now.Absent(caller with { State = new CallerState.SentOn(step), LeftQueue = now.At, StepsTaken = caller.StepsTaken + 1 }));
    }

    /// <summary>The same where the agent's leg may still be on the line.</summary>
    public static void GoOnAfterTalkWithout(this Decision now, Offer offer, NextStep.Named step)
    {
        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.GoOnAfterTalk(offer, step);
    }

    /// <summary>A caller has given a mark: a step of the journey, and in the history. A service that died just then says it once more.</summary>
    public static void Rate(this Decision now, Event.Rated rated)
    {
        var said = $"{rated.Survey}: {rated.Mark}";
        if (now.Caller(rated.Call) is not { } caller || (caller.Mark == rated.Mark && caller.Journey.Any(step => step.What == JourneyEvent.Rated && step.Detail == said && step.At >= caller.Talk?.Began)))
        {
            now.Ignore();
            return;
        }

        now.Set(caller.With(now.At, JourneyEvent.Rated, caller.Talk?.Agent, said) with { Mark = rated.Mark });
    }
}

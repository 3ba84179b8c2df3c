using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers who go through a scenario: where they are, and where their flow sends them.</summary>
static class ScenarioSteps
{
    /// <summary>A caller who goes round in a menu for hours fills no journey.</summary>
    const int LongestJourney = 500;

    public static void ReachStep(this Decision now, Event.StepReached reached)
    {
        if (now.Caller(reached.Call) is not { State: not CallerState.Leaving } caller)
        {
            now.Ignore();
            return;
        }

        var what = reached.Trouble is null ? JourneyEvent.StepReached : JourneyEvent.StepTrouble;
        var detail = reached.Trouble is null ? $"{reached.Place}" : $"{reached.Place}: {reached.Trouble}";
        caller = caller with { Scenario = reached.Place, Language = reached.Language ?? caller.Language };
        now.Set(caller.Journey.Count < LongestJourney ? caller.With(now.At, what, detail: detail) : caller);
    }

    public static void GoOnByFlow(this Decision now, Event.WentOn went)
    {
        switch (now.Caller(went.Call))
        {
            case { State: CallerState.Waiting, Away: null } caller when caller.Queue == went.Queue:
                now.GoOn(caller.With(now.At, went.Key is null ? JourneyEvent.Overflowed : JourneyEvent.LeftByKey, detail: $"{went.Queue}: {WhyLeft(went.Key)}"), went.Queue, went.Step);
                // One who was expected back may have kept others waiting.
                now.ServeQueue(went.Queue!);
                break;
            case { State: CallerState.Arrived or CallerState.SentOn { Step: NextStep.Named }, Away: null } caller when went.Queue is null:
                now.GoOn(caller, caller.Queue, went.Step);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    static string WhyLeft(char? key) => key is { } pressed ? $"{pressed}" : "The longest wait of the scenario is over.";
}

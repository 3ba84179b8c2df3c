using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers who leave a queue for a named step or a number outside. They keep the time waited, should they join a queue again.</summary>
static class NextSteps
{
    /// <summary>A step that leads back to the queue it came from would otherwise go round for ever.</summary>
    public const int MostSteps = 10;

    /// <summary>On to the first queue along the way that takes the caller, to a step or a number; where there is none, the call ends.</summary>
    /// <param name="from">The queue that sends the caller; null for none.</param>
    /// <remarks>The way ends, as the limits of a configuration lead in no circle.</remarks>
    public static void GoOn(this Decision now, Caller caller, string? from, NextStep step)
    {
        while (step is NextStep.Queue { Name: var next } && now.State.Queues.GetValueOrDefault(next) is { Open: true } queue)
        {
            if (now.Barrier(next) is not { } barrier)
            {
                now.Enter(caller, next, caller.Joined ?? now.TimeOfJoining(null), now.At);
                return;
            }

            (from, step) = (next, queue.Settings.StepFor(barrier, caller.Otherwise));
        }

        if (step is NextStep.Named or NextStep.Number && caller.StepsTaken < MostSteps)
        {
            now.Leave(caller, from, step);
            return;
        }

        now.Dismiss(caller, CallResult.TurnedAway, EndedBy.Service, HangupCause.NormalClearing, (step as NextStep.HangUp)?.Message);
    }

    /// <summary>The caller can be heard of again: the step begins anew.</summary>
    public static void TakeStepAgain(this Decision now, Caller caller, NextStep step)
    {
        caller = caller.With(now.At, JourneyEvent.CameBack) with { Away = null };
        now.Set(caller);
        now.Take(caller, step);
    }

    /// <summary>The number cannot be had: on to what its step says.</summary>
    public static void GoOnWithout(this Decision now, Guest guest, NextStep.Number number, string why)
    {
        var caller = now.Caller(guest.Call)!.With(now.At, JourneyEvent.TransferFailed, detail: $"{guest.To}: {why}");
        now.GoOn(caller, caller.Queue, number.Otherwise ?? new NextStep.HangUp());
        if (now.Caller(guest.Call) is { State: CallerState.Waiting, Away: null })
        {
            now.Emit(new Effect.Receive(guest.Call));
        }
    }

    /// <summary>What becomes of a step when the service dies in the middle of it: it is taken again by who comes back.</summary>
    public static CallerState AfterRestart(this Decision now, CallerState state) => state switch
    {
        CallerState.Arrived or CallerState.SentOn => state,
        CallerState.Transferring { Guest: var number } when now.Guest(number)?.Step is { } step => new CallerState.SentOn(step),
        _ => new CallerState.Waiting(null),
    };

    /// <summary>What is said of a caller whose call ends after the queue: answered when there was a conversation with an agent.</summary>
    public static CallResult ResultAfterQueue(this Caller caller) => caller.Talk is null ? CallResult.SentOn : CallResult.Answered;

    static void Leave(this Decision now, Caller caller, string? from, NextStep step)
    {
        var offer = now.OfferTo(caller);
        caller = caller.Without(offer, now.At, OfferOutcome.Withdrawn).With(now.At, JourneyEvent.SentOn, detail: Described(step)) with
        {
            State = new CallerState.SentOn(step),
            Queue = caller.Queue ?? from,
            LeftQueue = now.At,
            StepsTaken = caller.StepsTaken + 1,
            WaitUntil = null,
            AgentBy = null,
            Foretold = null,
        };
        now.Set(caller);
        if (caller.Away is null)
        {
            now.Take(caller, step);
        }

        if (offer is not null)
        {
            now.PassOn(offer);
        }
    }

    static void Take(this Decision now, Caller caller, NextStep step)
    {
        switch (step)
        {
            case NextStep.Named named:
                now.Emit(new Effect.TakeStep(caller.Call, named.Name));
                break;
            case NextStep.Number number:
                // Music of its own, so that no announcement of the place is begun, and none is heard in the conversation.
                now.Emit(new Effect.Hold(caller.Call, now.SettingsOf(caller.Queue).Music) { Notice = RecordingNotice.Due(now.State, caller, caller.Queue) });
                var guest = now.RingGuest(caller, caller.Queue, null, number.To, GuestPurpose.NextStep);
                now.Set(guest with { Step = number });
                now.Set(caller with { State = new CallerState.Transferring(guest.Number), Guest = guest.Number });
                break;
            case NextStep.Queue or NextStep.HangUp:
                break;
        }
    }

    /// <summary>Of a queue that is no longer there, or of none, there are the defaults.</summary>
    public static QueueSettings SettingsOf(this Decision now, string? queue) =>
        (queue is null ? null : now.State.Queues.GetValueOrDefault(queue)?.Settings) ?? new QueueSettings { Name = queue ?? "" };

    static string Described(NextStep step) => step switch
    {
        NextStep.Named named => $"step {named.Name}",
        NextStep.Number number => $"number {number.To}",
        _ => step.ToString(),
    };
}

using Web3Tel.Callbacks;
using Web3Tel.History;

namespace Web3Tel.Reports;

/// <summary>
/// Walks along the journey of one who is to be called back, as far as the conversation; from there on it is a call like all others. All of a
/// callback is counted in the slot in which it was asked for, for the queue it was asked of, wherever the customer waits afterwards; what
/// operators do for it when they do it.
/// </summary>
/// <param name="line">The number dialled when it was asked for; empty when it was asked for otherwise.</param>
/// <param name="n">1 to count, -1 to take back.</param>
sealed class CallbackCount(Facts facts, string line, int n)
{
    string _askedOf = "";
    DateTimeOffset _asked;

    /// <summary>The queue the customer was in last.</summary>
    public string? Queue { get; private set; }

    /// <summary>It has come to a conversation, or it will not.</summary>
    public bool IsOver { get; private set; }

    public static bool Begins(JourneyStep first) => first.What == JourneyEvent.AsksForCallback;

    public void Take(JourneyStep step)
    {
        switch (step.What)
        {
            case JourneyEvent.AsksForCallback when _asked == default:
                // Who asks again, while waiting for the operator, asks for another one.
                (_askedOf, _asked) = (JourneyCount.QueueOf(step), step.At);
                Count(Measure.Callbacks, n);
                break;
            case JourneyEvent.Joined:
                Queue = step.Detail;
                break;
            case JourneyEvent.CalledBack:
                Count(Measure.CallbackAttempts, n);
                CountFor(step, Measure.CallbackAttempts);
                break;
            case JourneyEvent.Connected when step.Agent is not null:
                Talk(step);
                CountFor(step, Measure.CalledBack);
                break;
            case JourneyEvent.CallbackClosed when WhyOf(step) is { } why:
                Close(step, why);
                break;
            case JourneyEvent.Ended:
                End(Measure.CallbacksLeft);
                break;
        }
    }

    void Close(JourneyStep step, CallbackEnd why)
    {
        switch (why)
        {
            case CallbackEnd.Done or CallbackEnd.CalledByHand:
                Talk(step);
                break;
            case CallbackEnd.NotWritten:
                // Nobody was promised anything.
                Count(Measure.Callbacks, -n);
                IsOver = true;
                break;
            case CallbackEnd.CameInPerson:
                End(Measure.CallbacksInPerson);
                break;
            case CallbackEnd.Expired:
                End(Measure.CallbacksExpired);
                break;
            case CallbackEnd.AttemptsUsedUp:
                End(Measure.CallbacksUsedUp);
                break;
            case CallbackEnd.Cancelled:
                End(Measure.CallbacksCancelled);
                break;
            case CallbackEnd.NoLongerOffered:
                End(Measure.CallbacksWithdrawn);
                break;
            case CallbackEnd.LeftAfterAnswer:
                End(Measure.CallbacksLeft);
                break;
        }
    }

    void Talk(JourneyStep step)
    {
        // A clock that was set back makes no wait negative.
        Count(Measure.CalledBackWait, n * Math.Max(0, (step.At - _asked).Ticks));
        End(Measure.CalledBack);
    }

    void End(Measure how)
    {
        Count(how, n);
        IsOver = true;
    }

    void Count(Measure measure, long count)
    {
        var slot = facts.In(Slot.Of(_asked));
        slot.Of(Subject.Queue, _askedOf).Count(measure, count);
        slot.Of(Subject.Line, line).Count(measure, count);
    }

    void CountFor(JourneyStep step, Measure measure)
    {
        if (step.Agent is { } agent)
        {
            facts.In(Slot.Of(step.At)).Of(Subject.Operator, agent).Count(measure, n);
        }
    }

    /// <summary>It is told as <c>Cancelled, vera</c>.</summary>
    static CallbackEnd? WhyOf(JourneyStep step) => Enum.TryParse<CallbackEnd>(step.Detail?.Split(',')[0], out var why) ? why : null;
}

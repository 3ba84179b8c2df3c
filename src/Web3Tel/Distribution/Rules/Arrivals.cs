using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers on their way into a queue.</summary>
static class Arrivals
{
    static readonly HangupCause NoSuchQueue = new("NO_ROUTE_DESTINATION");

    /// <summary>More would only be a mistake, and the times end somewhere.</summary>
    static readonly TimeSpan MostPriority = TimeSpan.FromDays(1);

    /// <summary>A call reaches the service. One we know has come back: it goes on where it was.</summary>
    public static void Receive(this Decision now, Event.CallArrived arrived)
    {
        if (now.Caller(arrived.Call) is { } known)
        {
            known = known with { ToldOfRecording = known.ToldOfRecording || arrived.ToldOfRecording };
            now.Set(known);
            now.ComeBack(known, arrived.TalkEnded);
            return;
        }

        var seen = now.State.CallersSeen + 1;
        now.State = now.State with { CallersSeen = seen, InWrapUp = now.State.InWrapUp.Remove(arrived.Call) };
        var caller = new Caller(arrived.Call, seen, arrived.Number, arrived.Name, arrived.Dialled, arrived.Arrived) { ToldOfRecording = arrived.ToldOfRecording };
        caller = caller.With(now.At, JourneyEvent.Arrived, detail: arrived.Dialled);
        now.Set(caller);
        if (!arrived.Remembers && now.BusyLine(caller) is { } line)
        {
            now.TurnAway(caller, line);
            return;
        }

        now.Emit(new Effect.Receive(arrived.Call));
    }

    public static void Join(this Decision now, Event.Joined joined)
    {
        var caller = now.Caller(joined.Call);
        if (caller is { IsRequest: true } || caller?.State is not (CallerState.Arrived or CallerState.Waiting or CallerState.SentOn) || caller.IsWaitingIn(joined.Queue))
        {
            now.Ignore();
            return;
        }

        if (now.State.Queues.GetValueOrDefault(joined.Queue) is not { Open: true })
        {
            now.JoinInstead(caller, joined);
            return;
        }

        if (joined.Priority is { } priority)
        {
            caller = caller with { Priority = Bounded(priority) };
        }

        caller = caller with { Otherwise = joined.Otherwise };
        caller = joined.Skills is { } skills ? caller with { Demand = skills.IsEmpty ? null : skills } : caller;

        // Who remembers a place had been let in already: a restart turns nobody away. Nor does a step that gives a caller back to the queue.
        // Nor anybody whose place has been kept for a callback.
        var wasIn = joined.Since is not null || now.State.RequestOf(joined.Queue, caller.Number) is not null || (caller is { State: CallerState.SentOn, Joined: not null } && caller.Queue == joined.Queue);
        if (!wasIn && now.Barrier(joined.Queue) is { } barrier)
        {
            now.Overflow(caller, joined.Queue, barrier);
            return;
        }

        now.Enter(caller, joined.Queue, caller.Joined ?? now.TimeOfJoining(joined.Since), joined.Since ?? now.At);
    }

    /// <summary>
    /// Who asks for a queue that is no more, as where it was taken out while a greeting played, goes where those who stood in it go, by the limits
    /// there.
    /// </summary>
    static void JoinInstead(this Decision now, Caller caller, Event.Joined joined)
    {
        if (now.WayOut(now.State.Queues.GetValueOrDefault(joined.Queue)?.Settings) is not { } to)
        {
            now.Dismiss(caller, CallResult.Failed, EndedBy.Service, NoSuchQueue);
            return;
        }

        if (!caller.IsWaitingIn(to))
        {
            now.Set(caller.With(now.At, JourneyEvent.Overflowed, detail: $"{joined.Queue}: There is no such queue."));
        }

        now.Join(joined with { Queue = to });
    }

    /// <summary>The caller takes a place, by the time of joining, and gives up any other.</summary>
    /// <param name="since">From when this queue's longest wait counts.</param>
    public static void Enter(this Decision now, Caller caller, string queue, DateTimeOffset joined, DateTimeOffset since)
    {
        var offer = now.OfferTo(caller);
        var request = caller.IsRequest ? null : now.State.RequestOf(queue, caller.Number);
        caller = request is not null ? caller.WithPlaceFrom(request.Place.From, joined, now.At) : caller;
        caller = caller.Joined is null ? now.GiveBackPlace(caller, queue, joined) : caller;
        now.Set(caller.Without(offer, now.At, OfferOutcome.Withdrawn).With(now.At, JourneyEvent.Joined, detail: queue) with
        {
            State = new CallerState.Waiting(null),
            Queue = queue,
            Joined = joined,
            // Who is not on the line leaves nothing behind by going: limits are for callers.
            WaitUntil = caller.IsRequest ? null : since + now.Settings(queue).MaxWait,
            AgentBy = !caller.IsRequest && now.State.Queues[queue].AtWork.IsEmpty ? now.At + now.Settings(queue).MaxWaitWithNoAgent : null,
            Foretold = null,
            LeftQueue = null,
            Wishes = now.WishesIn(caller, queue, since),
            Reach = null,
        });
        if (!caller.IsRequest)
        {
            now.Foretell(caller.Call);
        }

        if (request is not null)
        {
            now.Close(request, CallbackEnd.CameInPerson);
        }

        if (offer is not null)
        {
            now.PassOn(offer);
        }

        now.ServeQueue(queue);
    }

    /// <summary>
    /// A flow that ends leaves a caller who is in no queue with nothing to hear: the call is over.
    /// One who waits or talks goes on without it.
    /// </summary>
    public static void EndFlow(this Decision now, Event.FlowEnded ended)
    {
        switch (now.Caller(ended.Call))
        {
            case { State: CallerState.Arrived } caller:
                var result = ended.Problem is null ? CallResult.NotQueued : CallResult.Failed;
                now.Dismiss(caller, result, EndedBy.Service, HangupCause.NormalClearing);
                break;
            case { State: CallerState.SentOn { Step: NextStep.Named } } caller:
                now.Dismiss(caller, ended.Problem is null || caller.Talk is not null ? caller.ResultAfterQueue() : CallResult.Failed, EndedBy.Service, HangupCause.NormalClearing);
                break;
            case { State: CallerState.Leaving }:
                break;
            case null when now.OutgoingOf(ended.Call) is not null:
                // The ringing that an agent hears is over.
                break;
            default:
                now.Ignore();
                break;
        }
    }

    public static TimeSpan Bounded(TimeSpan priority)
    {
        var most = priority < MostPriority ? priority : MostPriority;
        return most > -MostPriority ? most : -MostPriority;
    }

    static bool IsWaitingIn(this Caller caller, string queue) =>
        caller.State is CallerState.Waiting && caller.Queue == queue;

    public static DateTimeOffset TimeOfJoining(this Decision now, DateTimeOffset? since)
    {
        if (since < now.At)
        {
            return since.Value;
        }

        // No two share a time, so that the times alone tell the order, in the history too.
        var joined = now.At > now.State.LastJoined ? now.At : now.State.LastJoined.AddTicks(1);
        now.State = now.State with { LastJoined = joined };
        return joined;
    }
}

using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers who were cut off and ring again have their old place.</summary>
static class KeepingPlaces
{
    public static void KeepPlace(this Decision now, Caller caller, CallResult result, EndedBy by)
    {
        if (!IsCutOff(result, by) || caller is not { Queue: { } queue, Joined: not null, Number: not "" })
        {
            return;
        }

        if (now.State.Queues.GetValueOrDefault(queue)?.Settings.KeepPlaceFor is { } time)
        {
            var kept = new KeptPlace(queue, caller.Number, caller.Place.From, now.At + time);
            now.State = now.State with { KeptPlaces = now.State.KeptPlaces.With(kept, now.At) };
        }
    }

    /// <summary>The caller with the place of an earlier call, if that is the better one. It is given back once.</summary>
    public static Caller GiveBackPlace(this Decision now, Caller caller, string queue, DateTimeOffset joined)
    {
        if (now.State.KeptPlaces.Find(KeptPlace.KeyOf(queue, caller.Number), now.At) is not { } kept)
        {
            return caller;
        }

        now.State = now.State with { KeptPlaces = now.State.KeptPlaces.Without(kept) };
        return caller.WithPlaceFrom(kept.From, joined, now.At);
    }

    /// <summary>The caller with a place that counts from then, if that is the better one.</summary>
    public static Caller WithPlaceFrom(this Caller caller, DateTimeOffset from, DateTimeOffset joined, DateTimeOffset at) =>
        joined - from <= caller.Priority
            ? caller
            : caller.With(at, JourneyEvent.PlaceGivenBack, detail: TimeOfJoining.ToText(from)) with { Priority = joined - from };

    /// <summary>Hung up while waiting, or a conversation ended and nobody knows why.</summary>
    static bool IsCutOff(CallResult result, EndedBy by) => result switch
    {
        CallResult.Abandoned or CallResult.Lost => true,
        CallResult.Answered => by == EndedBy.Unknown,
        CallResult.SentOn or CallResult.NotQueued or CallResult.NotReached or CallResult.OperatorNotReached or CallResult.Refused or CallResult.Failed or CallResult.TurnedAway or CallResult.NotCalledBack => false,
    };
}

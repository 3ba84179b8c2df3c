using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>The end of a caller's journey: into the history, once.</summary>
static class Endings
{
    /// <summary>How long the switch may take to say that a call it was told to end has ended.</summary>
    static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);

    /// <summary>We have no more to do for the caller: hangs up, and waits to hear that it is so.</summary>
    /// <param name="farewell">What the caller hears before, in the switch's own words.</param>
    public static void Dismiss(this Decision now, Caller caller, CallResult result, EndedBy by, HangupCause cause, string? farewell = null)
    {
        caller = now.WithoutGuest(caller);
        var offer = now.OfferTo(caller);
        now.Set(caller.Without(offer, now.At, OfferOutcome.Withdrawn) with
        {
            State = new CallerState.Leaving(now.At + LongestGoodbye + (farewell is null ? TimeSpan.Zero : Effect.HangUp.LongestFarewell), result, by),
            Away = null,
        });
        now.Emit(new Effect.HangUp(caller.Call, cause, farewell));
        now.LetOthersGoOn(caller, offer);
    }

    /// <summary>The call is over.</summary>
    public static void Conclude(this Decision now, Caller caller, CallResult result, EndedBy by, HangupCause cause)
    {
        caller = now.WithoutGuest(caller);
        var offer = now.OfferTo(caller);
        caller = caller.Without(offer, now.At, OfferOutcome.Withdrawn);
        caller = Tape.Of(caller).Doubt(now.At, caller.Talk?.Agent) is { } doubt ? caller with { Journey = caller.Journey.Add(doubt) } : caller;
        caller = caller.With(now.At, JourneyEvent.Ended, detail: cause.Name);
        now.Remove(caller);
        now.KeepPlace(caller, result, by);
        now.LetBeCalled(caller);
        var entry = caller.ToHistory(now.At, result, by, cause);
        if (caller.Talk is { } talk && now.Agent(talk.Agent)?.State is AgentState.WrapUp wrapUp && wrapUp.Call == caller.Call)
        {
            now.State = now.State with { InWrapUp = now.State.InWrapUp.SetItem(caller.Call, entry) };
        }

        now.Emit(new Effect.Archive(entry));
        now.LetOthersGoOn(caller, offer);
    }

    /// <summary>What rang for the caller rings for the next; those behind one who was expected back wait for that no longer.</summary>
    static void LetOthersGoOn(this Decision now, Caller caller, Offer? offer)
    {
        if (offer is not null)
        {
            now.PassOn(offer);
        }
        else if (caller is { State: CallerState.Waiting, Away.ReturnBy: not null, Queue: { } queue })
        {
            now.ServeQueue(queue);
        }
    }

    static Caller WithoutGuest(this Decision now, Caller caller)
    {
        if (now.GuestOf(caller) is { } guest)
        {
            now.EndGuest(guest, OfferOutcome.Withdrawn);
        }

        return caller with { Guest = null };
    }

    static HistoryEntry ToHistory(this Caller caller, DateTimeOffset ended, CallResult result, EndedBy by, HangupCause cause) => new()
    {
        Id = caller.Call.Id,
        Node = caller.Call.Node,
        Direction = caller.Direction,
        Number = caller.Number,
        Name = caller.Name,
        Dialled = caller.Dialled,
        Queue = caller.Queue,
        Arrived = caller.Arrived,
        Joined = caller.Joined,
        Answered = caller.Talk?.Began,
        Ended = ended,
        Agent = caller.Talk?.Agent,
        WaitedSeconds = caller.Joined is { } joined ? Seconds(joined, caller.Talk?.Began ?? caller.LeftQueue ?? ended) : 0,
        TalkedSeconds = caller.Talk is { } talk ? Seconds(talk.Began, talk.Ended ?? ended) : 0,
        Recording = caller.Recording,
        Outside = caller.Outside,
        RecordingPausedSeconds = Tape.Of(caller).PausedSeconds(ended),
        Mark = caller.Mark,
        Note = caller.Note,
        Callback = caller.Callback?.End ?? (caller.Callback is null ? null : caller.Talk is null ? CallbackEnd.LeftAfterAnswer : CallbackEnd.Done),
        Result = result,
        Cause = cause,
        HungUpBy = by,
        Journey = caller.Journey,
    };

    internal static double Seconds(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (to - from).TotalSeconds);
}

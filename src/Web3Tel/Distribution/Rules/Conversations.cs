using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Calls that end, and the conversations that end with them.</summary>
static class Conversations
{
    /// <summary>How long after two were parted a hang-up may take to say who did it.</summary>
    public static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);

    public static void EndCall(this Decision now, Event.CallEnded ended)
    {
        if (now.Caller(ended.Call) is { } caller)
        {
            now.EndCaller(caller, ended);
        }
        else if (now.State.Legs.TryGetValue(ended.Call, out var number) && now.Offer(number) is { } offer)
        {
            now.EndLeg(offer, ended);
        }
        else if (now.Guest(number) is { } guest)
        {
            now.EndGuestLeg(guest, ByLeg(ended), ended.Cause);
        }
        else if (now.OutgoingCall(number) is { } call)
        {
            now.EndOutgoing(call, ended);
        }
        else
        {
            now.Ignore();
        }
    }

    /// <summary>A caller and an agent are no longer joined. Both live, as far as we know: a hang-up that follows says more.</summary>
    public static void Unbridge(this Decision now, CallRef call)
    {
        switch (now.Caller(call)?.State)
        {
            case null when now.OutgoingOf(call) is { } outgoing:
                now.Unbridge(outgoing);
                break;
            case CallerState.Talking talking when now.Offer(talking.Offer) is { State: OfferState.Talking, Parted: false, Lost: null } offer
                && now.GuestOf(now.Caller(call)!) is not { State: GuestState.Connecting }:
                now.Set(offer with { Parted = true, Until = now.At + Parting });
                break;
            case CallerState.Outside outside when now.Guest(outside.Guest) is { Parted: false } guest:
                now.Set(guest with { Parted = true, Until = now.At + Parting });
                break;
            case CallerState.Talking or CallerState.Leaving or CallerState.Transferring or CallerState.Outside:
                break;
            case CallerState.Waiting when now.Caller(call) is { Away: not null }:
                // Transferred to a queue, and on the way to us.
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>Over, though both may still be on the line: they are hung up.</summary>
    public static void EndConversation(this Decision now, Offer offer, EndedBy by)
    {
        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.Dismiss(now.FinishTalk(offer), CallResult.Answered, by, HangupCause.NormalClearing);
    }

    /// <summary>The caller is gone.</summary>
    public static void EndConversation(this Decision now, Offer offer, EndedBy by, HangupCause cause)
    {
        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.Conclude(now.FinishTalk(offer), CallResult.Answered, by, cause);
    }

    public static Caller FinishTalk(this Decision now, Offer offer, TimeSpan leastWrapUp = default)
    {
        now.CountTalk(offer);
        now.BeginWrapUp(offer, leastWrapUp);
        return now.Caller(offer.Call)!;
    }

    /// <summary>What the two have talked is counted; what the agent does next is not said by it.</summary>
    public static void CountTalk(this Decision now, Offer offer)
    {
        now.Remove(offer);
        var caller = now.Caller(offer.Call)!;
        var talk = caller.Talk! with { Ended = now.At };
        now.Set(caller with { Talk = talk });
        var agent = now.Agent(offer.Agent)!;
        // A clock set back takes nothing away.
        var talked = now.At > offer.Since ? now.At - offer.Since : TimeSpan.Zero;
        now.Set(agent with { Work = agent.Work with { Talked = agent.Work.Talked + talked } });
        now.LearnHandling(offer.Queue, talked);
    }

    static void EndLeg(this Decision now, Offer offer, Event.CallEnded ended)
    {
        now.LeaveConsultation(offer, ended);
        switch (offer.State)
        {
            case OfferState.Ringing:
                // The ringing itself tells how it ended.
                break;
            case OfferState.Whispering:
                now.EndRinging(offer, OfferOutcome.Rejected);
                break;
            case OfferState.Reserved:
                // There is none.
                break;
            case OfferState.Calling:
                now.EndLegWhileCalling(offer);
                break;
            case OfferState.Connecting:
                now.EndLegWhileConnecting(offer);
                break;
            case OfferState.Talking or OfferState.Held or OfferState.Resuming when now.IsBeingHandedOver(offer) is { } guest:
                now.Set(now.FinishTalk(offer) with { State = new CallerState.Transferring(guest.Number) });
                break;
            case OfferState.Talking when offer.OutlivesPhone && (ended.Cause.IsOfLostPhone || ended.Cause.IsUnheard):
                now.AwaitCaller(offer, ended.Cause);
                break;
            case OfferState.Talking when ended.By is HungUpBy.Party or HungUpBy.Unknown && now.StepAfter(offer) is { } step:
                now.GoOnAfterTalk(offer, step);
                break;
            case OfferState.Talking:
                now.Dismiss(now.FinishTalk(offer), CallResult.Answered, ByLeg(ended), ended.Cause);
                break;
            case OfferState.Held or OfferState.Resuming when ended.Cause.IsOfLostPhone:
                now.LosePhone(offer, ended.Cause);
                break;
            case OfferState.Held or OfferState.Resuming:
                now.ReturnToQueue(offer, legLives: false, "The operator hung up.");
                break;
            case OfferState.Orphaned:
                now.EndOrphan(offer, legLives: false);
                break;
        }
    }

    /// <summary>The guest whom the caller is being joined with at this moment: that ends the agent's leg.</summary>
    static Guest? IsBeingHandedOver(this Decision now, Offer offer) =>
        now.Caller(offer.Call) is { } caller && now.GuestOf(caller) is { State: GuestState.Connecting } guest ? guest : null;

    /// <summary>Who ended a conversation, by what is said of the end of one of its calls. Where a telephone or a network was lost it was nobody.</summary>
    /// <param name="party">Whose call that is.</param>
    /// <param name="peer">Whose the other is.</param>
    public static EndedBy By(Event.CallEnded ended, EndedBy party, EndedBy peer) => ended.By switch
    {
        HungUpBy.Party => party,
        HungUpBy.Peer or HungUpBy.Service when ended.Cause.IsOfLostPhone => EndedBy.Unknown,
        HungUpBy.Peer => peer,
        HungUpBy.Service => EndedBy.Service,
        HungUpBy.Unknown => EndedBy.Unknown,
    };

    /// <summary>The same, when it is the end of our leg that tells.</summary>
    static EndedBy ByLeg(Event.CallEnded ended) => By(ended, party: EndedBy.Agent, peer: EndedBy.Caller);

    static void EndCaller(this Decision now, Caller caller, Event.CallEnded ended)
    {
        var by = By(ended, party: EndedBy.Caller, peer: EndedBy.Agent);
        if (caller.IsRequest)
        {
            now.EndAttempt(caller);
            return;
        }

        if (by != EndedBy.Caller && now.CallsAgain(caller, "The call was lost."))
        {
            return;
        }

        switch (caller.State)
        {
            case CallerState.Dialled:
                break;
            case CallerState.Arrived:
                now.Conclude(caller, CallResult.NotQueued, by, ended.Cause);
                break;
            case CallerState.Waiting:
                now.Conclude(caller, CallResult.Abandoned, by, ended.Cause);
                break;
            case CallerState.Connecting connecting:
                now.Conclude(caller, CallResult.Abandoned, by, ended.Cause);
                now.ConnectFirst(now.Offer(connecting.Offer)!);
                break;
            case CallerState.Talking talking:
                now.EndConversation(now.Offer(talking.Offer)!, by, ended.Cause);
                break;
            case CallerState.Transferring:
                now.Conclude(caller, caller.Talk is null ? CallResult.Abandoned : CallResult.Answered, by, ended.Cause);
                break;
            case CallerState.Outside:
                now.Conclude(caller.AfterOutside(now.At), caller.ResultAfterQueue(), by, ended.Cause);
                break;
            case CallerState.SentOn:
                now.Conclude(caller, caller.ResultAfterQueue(), by, ended.Cause);
                break;
            case CallerState.Leaving leaving:
                now.Conclude(caller, leaving.Result, leaving.By, ended.Cause);
                break;
        }
    }
}

using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Scenarios;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Phones that are lost in a conversation, such as for want of power. The switch ends the phone's call, and sends the caller through the dialplan
/// to us: the caller is in the queue again with the place of before, and the agent is not rung until the phone is there again.
/// </summary>
static class LostPhones
{
    /// <summary>
    /// The phone's call has ended as one whose phone is lost. So does one whose caller is lost: who comes to us tells which it was, and who hung up says so.
    /// </summary>
    /// <remarks>Of an end that nobody heard it is not known how it came: a caller who is not there soon does not come any more.</remarks>
    public static void AwaitCaller(this Decision now, Offer offer, HangupCause cause) =>
        now.Set(offer with { Lost = cause, Until = now.At + (cause.IsOfLostPhone ? now.Configuration.LostAfter : now.Configuration.ReturnTime) });

    /// <summary>The caller has neither come to us nor been heard to hang up.</summary>
    public static void GiveUpCaller(this Decision now, Offer offer, HangupCause cause)
    {
        if (cause.IsOfLostPhone)
        {
            now.Set(now.Caller(offer.Call)!.With(now.At, JourneyEvent.PhoneLost, offer.Agent, cause.Name));
        }
        else if (now.StepAfter(offer) is { } step)
        {
            now.GoOnAfterTalkWithout(offer, step);
            return;
        }

        now.EndConversation(offer, EndedBy.Unknown);
    }

    /// <summary>The caller lives, and is here or expected: on with it, by the place of before.</summary>
    public static void LosePhone(this Decision now, Offer offer, HangupCause cause) => now.ServeAfter(() =>
    {
        if (now.GuestOf(now.Caller(offer.Call)!) is { } guest)
        {
            now.EndGuest(guest, OfferOutcome.Withdrawn);
        }

        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.CountTalk(offer);
        now.Rest(offer.Agent, RestReason.PhoneLost, now.Configuration.LongestPhoneLost);
        var caller = now.Caller(offer.Call)!.With(now.At, JourneyEvent.PhoneLost, offer.Agent, cause.Name) with { Guest = null };
        if (OperatorQueues.OperatorOf(offer.Queue) is null)
        {
            now.BackToLine(caller with { RefusedBy = caller.RefusedBy.Add(offer.Agent) }, offer.Agent, "The operator's phone was lost.");
        }
        else
        {
            now.GoOnWithoutOperator(caller, offer.Queue);
        }
    });

    /// <summary>Nobody else serves this queue: on as if the operator had not answered.</summary>
    static void GoOnWithoutOperator(this Decision now, Caller caller, string queue)
    {
        if (caller.Otherwise is { } step)
        {
            now.GoOn(caller, queue, new NextStep.Named(step));
        }
        else
        {
            now.Dismiss(caller, CallResult.Answered, EndedBy.Unknown, HangupCause.NormalClearing);
        }
    }
}

using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>States whose time is over end by themselves: nothing and nobody can be stuck.</summary>
static class Deadlines
{
    public static void Wake(this Decision now)
    {
        // The timer has gone off: the next one is to be asked for, even if it is the same.
        now.State = now.State with { WakeAt = null };
        now.Gather();
        foreach (var deadline in now.State.Deadlines.TakeWhile(deadline => deadline.At <= now.At).ToArray())
        {
            if (now.State.Deadlines.Contains(deadline))
            {
                now.Expire(deadline);
            }
        }

        now.ServeGathered();
    }

    static void Expire(this Decision now, Deadline deadline)
    {
        if (deadline.Offer != 0)
        {
            now.ExpireNumber(deadline.Offer);
        }
        else if (deadline.Agent is { } agent)
        {
            now.Expire(now.Agent(agent)!, deadline.At);
        }
        else
        {
            now.Expire(now.Caller(deadline.Call)!);
        }
    }

    static void ExpireNumber(this Decision now, long number)
    {
        if (now.Offer(number) is { } offer)
        {
            now.Expire(offer);
        }
        else if (now.Guest(number) is { } guest)
        {
            now.ExpireGuest(guest);
        }
        else
        {
            now.Expire(now.OutgoingCall(number)!);
        }
    }

    static void Expire(this Decision now, Offer offer)
    {
        switch (offer.State)
        {
            case OfferState.Ringing:
                now.Emit(new Effect.Withdraw(offer.Number));
                now.EndRinging(offer, OfferOutcome.NoAnswer);
                break;
            case OfferState.Whispering:
                now.ConnectFirst(offer);
                break;
            case OfferState.Reserved or OfferState.Calling:
                now.GiveUpCalling(offer);
                break;
            case OfferState.Connecting when offer.Announcing && now.EndNotice(offer.Call):
                break;
            case OfferState.Connecting:
                now.GiveUpConnect(offer, "The switch did not say in time that the two were joined.");
                break;
            case OfferState.Talking when offer.Lost is { } cause:
                now.GiveUpCaller(offer, cause);
                break;
            case OfferState.Talking when offer.Parted && now.StepAfter(offer) is { } step:
                now.GoOnAfterTalkWithout(offer, step);
                break;
            case OfferState.Talking when offer.Parted:
                now.EndConversation(offer, EndedBy.Unknown);
                break;
            case OfferState.Talking:
                now.AskAfterTalk(offer);
                break;
            case OfferState.Held:
                now.ExpireHold(offer);
                break;
            case OfferState.Resuming:
                now.ReturnToQueue(offer, legLives: true, "The switch did not say in time that the two were joined.");
                break;
            case OfferState.Orphaned:
                now.EndOrphan(offer, legLives: true);
                break;
        }
    }

    static void Expire(this Decision now, Agent agent, DateTimeOffset due)
    {
        if (agent.Outside?.Until == due)
        {
            now.DisbelieveOutsideCall(agent);
            return;
        }

        if (agent.DoNotDisturb?.Until == due)
        {
            now.EndForgottenDoNotDisturb(agent);
            return;
        }

        switch (agent.State)
        {
            case AgentState.WrapUp wrapUp:
                now.EndWrapUp(agent, wrapUp.Call);
                break;
            case AgentState.Break rest:
                now.EndForgottenBreak(agent, rest);
                break;
            default:
                now.BecomeReady(agent.Id, now.At);
                break;
        }
    }

    static void Expire(this Decision now, Caller caller)
    {
        switch (caller)
        {
            case { Pause: { } pause, State: not CallerState.Leaving } when pause.Due <= now.At:
                now.ExpirePause(Tape.Of(caller));
                break;
            case { State: CallerState.Leaving leaving }:
                now.Conclude(caller, leaving.Result, leaving.By, HangupCause.RecoveryOnTimerExpire);
                break;
            case { State: CallerState.Waiting, IsRequest: true }:
                now.ExpireRequest(caller);
                break;
            case { State: CallerState.Waiting, Away: null, Reach: { } reach } when reach.MoreAt <= now.At:
                now.RingMore(caller, reach);
                break;
            case { State: CallerState.Waiting, Away: null } when !(caller.LeaveBy <= now.At):
                now.Widen(caller);
                break;
            case { State: CallerState.Waiting, Away: null }:
                now.EndWait(caller);
                break;
            case { Away: { ReturnBy: not null } away }:
                now.Set(caller with { Away = away with { ReturnBy = null } });
                now.AskAfter(caller);
                if (caller is { State: CallerState.Waiting, Queue: { } queue })
                {
                    now.ServeQueue(queue);
                }

                break;
            case { State: CallerState.Connecting connecting }:
                now.Conclude(caller, CallResult.Lost, EndedBy.Unknown, HangupCause.RecoveryOnTimerExpire);
                now.ConnectFirst(now.Offer(connecting.Offer)!);
                break;
            case { State: CallerState.Talking talking }:
                now.EndConversation(now.Offer(talking.Offer)!, EndedBy.Unknown, HangupCause.RecoveryOnTimerExpire);
                break;
            case { State: CallerState.Waiting } when now.CallsAgain(caller, "The call was lost."):
                break;
            case { State: CallerState.SentOn, Talk: not null }:
                now.Conclude(caller, caller.ResultAfterQueue(), EndedBy.Unknown, HangupCause.RecoveryOnTimerExpire);
                break;
            default:
                now.Conclude(caller, CallResult.Lost, EndedBy.Unknown, HangupCause.RecoveryOnTimerExpire);
                break;
        }
    }
}

using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers we lose sight of, and those who come back.</summary>
static class Absences
{
    /// <summary>How long a caller takes from a conversation through the dialplan to us.</summary>
    static readonly TimeSpan ComingFromTalk = TimeSpan.FromSeconds(5);

    /// <summary>The connection to a caller is gone. The call may live on: it keeps its place for a while.</summary>
    public static void LoseSight(this Decision now, Event.CallLost lost)
    {
        switch (now.Caller(lost.Call))
        {
            case null when now.OutgoingOf(lost.Call) is { } outgoing:
                now.LoseSight(outgoing, lost.Why);
                break;
            case { IsRequest: true }:
                // Nobody is on the line.
                now.Ignore();
                break;
            case { State: CallerState.Arrived or CallerState.Waiting or CallerState.Connecting or CallerState.Transferring or CallerState.SentOn, Away: null } caller:
                var offer = now.OfferTo(caller);
                caller = caller.Without(offer, now.At, OfferOutcome.Reassigned).With(now.At, JourneyEvent.LostSight, detail: lost.Why);
                now.Set(now.Absent(caller));
                if (offer is not null)
                {
                    now.PassOn(offer);
                }

                break;
            case { State: CallerState.Talking talking, Away: null } caller when now.Offer(talking.Offer) is { State: OfferState.Held or OfferState.Resuming }:
                now.Set(now.Absent(caller.With(now.At, JourneyEvent.LostSight, detail: lost.Why)));
                break;
            case { State: CallerState.Talking or CallerState.Outside or CallerState.Leaving } or { Away: not null }:
                // A conversation does not need the service: the agent's leg, or a survey, tells of its end.
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>A call we know reaches the service once more.</summary>
    /// <param name="talkEnded">By which cause the agent's leg ended, as far as the call says so.</param>
    public static void ComeBack(this Decision now, Caller caller, HangupCause? talkEnded = null)
    {
        switch (caller.State)
        {
            case CallerState.Dialled or CallerState.Waiting when caller.IsRequest:
                now.Reach(caller);
                break;
            case CallerState.Arrived or CallerState.Waiting or CallerState.Dialled:
                now.Welcome(caller);
                break;
            case CallerState.Connecting connecting:
                // Callers with an agent do not come to us: the two have not been joined. The agent is free for nobody who came later.
                now.ServeAfter(() =>
                {
                    now.AbandonConnect(now.Offer(connecting.Offer)!);
                    now.Welcome(now.Caller(caller.Call)!);
                });
                break;
            case CallerState.Talking talking when now.Offer(talking.Offer) is { Lost: { IsOfLostPhone: true } cause } lost:
                now.Set(caller with { Away = null });
                now.LosePhone(lost, cause);
                break;
            case CallerState.Talking talking when now.Offer(talking.Offer) is { State: OfferState.Held or OfferState.Resuming } offer:
                now.ComeToHold(offer, caller);
                break;
            case CallerState.Talking talking when now.GuestOf(caller) is { State: GuestState.Connecting }:
                // The agent has lost the caller, and the guest has not got the caller.
                now.Set(caller with { Away = null });
                now.ReturnToQueue(now.Offer(talking.Offer)!, legLives: true, "The guest was gone.");
                break;
            case CallerState.Talking talking when now.Offer(talking.Offer) is { OutlivesPhone: true } lost && talkEnded is { IsOfLostPhone: true } cause:
                now.Set(caller with { Away = null });
                now.LosePhone(lost, cause);
                break;
            case CallerState.Talking talking when now.Offer(talking.Offer) is { } over && now.StepAfter(over) is { } step:
                now.GoOnAfterTalkWithout(over, step);
                now.TakeStepAgain(now.Caller(caller.Call)!, step);
                break;
            case CallerState.Talking talking:
                now.EndConversation(now.Offer(talking.Offer)!, EndedBy.Unknown);
                break;
            case CallerState.SentOn sent:
                now.TakeStepAgain(caller, sent.Step);
                break;
            case CallerState.Transferring:
                now.ComeToWait(caller);
                break;
            case CallerState.Outside outside:
                now.EndOutside(now.Guest(outside.Guest)!, EndedBy.Unknown, HangupCause.NormalClearing);
                break;
            case CallerState.Leaving:
                now.Emit(new Effect.HangUp(caller.Call, HangupCause.NormalClearing));
                break;
        }
    }

    /// <summary>
    /// The caller as one who is away from now on: those behind wait a moment, and some time later hope is given up. Of one who was being joined
    /// with somebody a moment later still: should the two talk, that is ended first, and the caller may come to us from there.
    /// </summary>
    public static Caller Absent(this Decision now, Caller caller) => caller with
    {
        Away = new Away(
            caller.Away?.Since ?? now.At,
            now.At + now.Configuration.ReturnTime,
            now.At + now.Configuration.LostAfter + (caller.State is CallerState.Connecting or CallerState.Transferring ? ComingFromTalk : TimeSpan.Zero)),
    };

    /// <summary>Not back in time: perhaps hung up out of our sight. The switch is asked, so that no ghost stands in the queue.</summary>
    public static void AskAfter(this Decision now, Caller caller)
    {
        if (now.State.Nodes.Contains(caller.Call.Node))
        {
            var call = new LiveCall(caller.Call, caller.Arrived, null, caller.Number, caller.Name, caller.Dialled);
            now.Emit(new Effect.Follow(call, IsLeg: false));
        }
    }

    static void Welcome(this Decision now, Caller caller)
    {
        now.Set((caller.Away is null ? caller : caller.With(now.At, JourneyEvent.CameBack)) with { Away = null });
        now.Emit(new Effect.Receive(caller.Call));
        if (caller is { State: CallerState.Waiting, Queue: { } queue })
        {
            now.ServeQueue(queue);
        }
    }
}

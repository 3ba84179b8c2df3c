using System.Collections.Immutable;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>Supervisors in a conversation of others.</summary>
static class Supervising
{
    static readonly TimeSpan RingTime = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The leg belongs to the switch from the start: it ends with the conversation, and nothing of ours hangs on it. On the agent's leg,
    /// so that what is whispered is heard by the agent.
    /// </summary>
    public static void Listen(this Decision now, Offer offer, Caller caller, Event.ListenAsked asked)
    {
        now.Set(caller.With(now.At, JourneyEvent.ListenedTo, detail: $"{asked.Mode}: {asked.By ?? asked.To}"));
        now.RingListener(asked, offer.Leg, offer.Agent, caller.Number);
    }

    /// <param name="agentLeg">The leg of the agent.</param>
    /// <param name="other">The number of whom the agent talks with.</param>
    public static void RingListener(this Decision now, Event.ListenAsked asked, CallRef agentLeg, string agent, string other)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number };
        var leg = new CallRef(agentLeg.Node, LegId.Of(now.State.Instance, number));
        now.Emit(new Effect.Listen(
            new Dial(leg, now.PhoneOf(asked.To), RingTime, other, $"{asked.Mode}: {agent}", ImmutableDictionary<string, string>.Empty),
            agentLeg,
            asked.Mode));
    }

    public static void TakeOver(this Decision now, Offer offer, Caller caller, Event.TakeOverAsked asked)
    {
        var agent = now.Agent(asked.To) is { } known ? known.Id : null;
        var guest = now.RingGuest(caller, offer.Queue, agent, asked.To, GuestPurpose.TakeOver);
        now.Set(caller.With(now.At, JourneyEvent.TakenOver, offer.Agent, asked.To) with { Guest = guest.Number });
    }

    public static void HangUp(this Decision now, Caller caller)
    {
        switch (caller.State)
        {
            case CallerState.Dialled or CallerState.Waiting when caller.IsRequest:
                now.Close(caller, CallbackEnd.Cancelled);
                break;
            case CallerState.Talking talking:
                now.EndConversation(now.Offer(talking.Offer)!, EndedBy.Service);
                break;
            case CallerState.Connecting connecting:
                now.Emit(new Effect.HangUp(caller.Call, HangupCause.NormalClearing));
                now.Conclude(caller, CallResult.Failed, EndedBy.Service, HangupCause.NormalClearing);
                now.ConnectFirst(now.Offer(connecting.Offer)!);
                break;
            case CallerState.Outside outside:
                now.EndOutside(now.Guest(outside.Guest)!, EndedBy.Service, HangupCause.NormalClearing);
                break;
            case CallerState.Transferring or CallerState.SentOn:
                now.Dismiss(caller, caller.ResultAfterQueue(), EndedBy.Service, HangupCause.NormalClearing);
                break;
            case CallerState.Waiting:
                now.Dismiss(caller, CallResult.TurnedAway, EndedBy.Service, HangupCause.NormalClearing);
                // One who was expected back may have kept others waiting.
                now.ServeQueue(caller.Queue!);
                break;
            case CallerState.Arrived:
                now.Dismiss(caller, CallResult.NotQueued, EndedBy.Service, HangupCause.NormalClearing);
                break;
            case CallerState.Leaving or CallerState.Dialled:
                break;
        }
    }
}

using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers who go from one agent to somebody else. The agent is free for the wrap-up at once.</summary>
static class Transferring
{
    /// <summary>How long the switch may take to end the agent's leg.</summary>
    public static readonly TimeSpan Parting = TimeSpan.FromSeconds(1);

    /// <remarks>The agent, who may be free at once, is for nobody else before the caller has the new place.</remarks>
    public static void Transfer(this Decision now, Offer offer, Caller caller, Event.TransferAsked asked) =>
        now.ServeAfter(() => now.LeadTo(offer, caller, asked));

    static void LeadTo(this Decision now, Offer offer, Caller caller, Event.TransferAsked asked)
    {
        caller = now.TakeFrom(offer, caller).With(now.At, JourneyEvent.Transferred, offer.Agent, $"{asked.Kind}: {asked.To}");
        if (asked.Kind == TransferKind.Queue)
        {
            if (caller.Away is null)
            {
                now.Emit(new Effect.Receive(caller.Call));
            }

            var keeps = now.Settings(asked.To).TransfersJoinAnew ? null : caller.Joined;
            now.Enter(caller with { RefusedBy = [] }, asked.To, keeps ?? now.TimeOfJoining(null), now.At);
            return;
        }

        now.LeadPastQueues(caller, offer.Queue, asked);
    }

    /// <summary>To an agent or a number.</summary>
    /// <param name="queue">By whose rules.</param>
    public static void LeadPastQueues(this Decision now, Caller caller, string queue, Event.TransferAsked asked)
    {
        var guest = now.RingGuest(caller, queue, asked.Kind == TransferKind.Agent ? asked.To : null, asked.To, GuestPurpose.Transfer);
        now.Set(caller with { State = new CallerState.Transferring(guest.Number), Guest = guest.Number });
    }

    /// <summary>The caller is no longer the agent's. Parting them also ends the agent's leg.</summary>
    static Caller TakeFrom(this Decision now, Offer offer, Caller caller)
    {
        if (offer.State == OfferState.Talking)
        {
            now.Emit(new Effect.Part(caller.Call, offer.Leg, Keep: TimeSpan.Zero));
            now.Set(now.Absent(caller));
            return now.FinishTalk(offer, Parting);
        }

        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        return now.FinishTalk(offer);
    }

    /// <summary>The caller has left the agent and reached us.</summary>
    public static void ComeToWait(this Decision now, Caller caller)
    {
        caller = caller with { Away = null };
        now.Set(caller);
        if (now.GuestOf(caller) is { State: GuestState.Answered } guest)
        {
            now.ConnectGuest(guest);
            return;
        }

        now.Emit(new Effect.Hold(caller.Call, now.SettingsOf(caller.Queue).Music) { Notice = RecordingNotice.Due(now.State, caller, caller.Queue) });
    }
}

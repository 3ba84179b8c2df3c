using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// A caller forgotten on hold. A phone whose leg is up cannot ring, and its tones were not heard: so the leg is ended, and the phone rings
/// again for the same caller, who hears music meanwhile. Only when the agent does not take the call is the caller the first in the queue.
/// </summary>
static class RingingBack
{
    const string Forgotten = "Forgotten on hold.";

    /// <summary>Ends the agent's leg; the phone needs a moment to be free.</summary>
    public static void Recall(this Decision now, Offer offer)
    {
        if (!now.CanRing(offer))
        {
            now.ReturnToQueue(offer, legLives: true, Forgotten);
            return;
        }

        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.Set(offer with { RingsBack = true, Until = now.At + Transferring.Parting });
    }

    public static void RingBack(this Decision now, Offer offer)
    {
        var caller = now.Caller(offer.Call)!;
        if (!now.CanRing(offer) || caller.Away is not null)
        {
            now.ReturnToQueue(offer, legLives: false, Forgotten);
            return;
        }

        now.CountTalk(offer);
        caller = now.Caller(offer.Call)!.With(now.At, JourneyEvent.RungBack, offer.Agent);
        var guest = now.RingGuest(caller, offer.Queue, offer.Agent, offer.Agent, GuestPurpose.RingBack);
        now.Set(caller with { State = new CallerState.Transferring(guest.Number), Guest = guest.Number });
    }

    /// <summary>The switch can be commanded, and the phone is there, in no other call, and may be disturbed.</summary>
    static bool CanRing(this Decision now, Offer offer) =>
        now.State.Nodes.Contains(offer.Leg.Node)
        && now.Agent(offer.Agent) is { Outside: null, DoNotDisturb: null, Device: not DeviceState.Unregistered };
}

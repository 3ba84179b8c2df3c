using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>An agent asks somebody else while the caller hears music, and then hands over or takes back.</summary>
static class Consulting
{
    public static void Consult(this Decision now, Offer offer, Caller caller, Event.ConsultAsked asked)
    {
        if (offer.State == OfferState.Talking)
        {
            now.Hold(offer, caller);
        }

        // While somebody is called in, it is the guest's deadline that counts.
        now.Set(now.Offer(offer.Number)! with { State = OfferState.Held, GiveBack = false, Until = null });
        caller = now.Caller(caller.Call)!.With(now.At, JourneyEvent.Consulted, offer.Agent, $"{asked.Kind}: {asked.To}");
        var agent = asked.Kind switch
        {
            TransferKind.Agent => asked.To,
            TransferKind.Queue => now.NextOf(now.State.Queues[asked.To])!.Id,
            TransferKind.Number => null,
        };
        var guest = now.RingGuest(caller, offer.Queue, agent, agent ?? asked.To, GuestPurpose.Consult);
        now.Set(caller with { Guest = guest.Number });
    }

    public static void JoinConsult(this Decision now, Guest guest, Offer offer)
    {
        now.Set(guest with { State = GuestState.Joining, Since = now.At, Until = now.At + now.Configuration.ConnectTime });
        now.Emit(new Effect.Consult(guest.Number, offer.Leg, guest.Leg));
    }

    public static void BeginConsult(this Decision now, Guest guest)
    {
        now.Set(guest with { State = GuestState.Consulting, Since = now.At, Until = now.NextInquiry() });
        if (guest.Agent is not null && now.Agent(guest.Agent) is { } agent)
        {
            now.Set(agent with { State = new AgentState.Talking(now.At, guest.Number) });
        }
    }

    public static void CompleteConsult(this Decision now, Caller caller) => now.ConnectGuest(now.GuestOf(caller)!);

    public static void CancelConsult(this Decision now, Caller caller)
    {
        now.EndGuest(now.GuestOf(caller)!, OfferOutcome.Withdrawn);
        caller = now.Caller(caller.Call)!.With(now.At, JourneyEvent.TransferFailed, detail: "Taken back.");
        now.Set(caller);
        now.RejoinSoon(now.Offer(((CallerState.Talking)caller.State).Offer)!);
    }
}

using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Conversations of which nothing has been heard for long. The switch is asked after both parties: whoever it no longer has is gone, and
/// a conversation that lives goes on for any length.
/// </summary>
static class Unheard
{
    const string Why = "The switch no longer has the call; its end was not heard.";

    static readonly HangupCause Unknown = Recovery.Unknown;

    public static DateTimeOffset NextInquiry(this Decision now) => now.At + now.Configuration.LongestUnheard;

    /// <summary>Agent and caller talk, from now on or still.</summary>
    public static void TalkOn(this Decision now, Offer offer) => now.Set(offer with
    {
        State = OfferState.Talking,
        HeldSince = null,
        GiveBack = false,
        Parted = false,
        Lost = null,
        Until = now.NextInquiry(),
    });

    public static void AskAfterTalk(this Decision now, Offer offer)
    {
        now.TalkOn(offer);
        now.Inquire(offer.Call);
        now.Inquire(offer.Leg);
        now.InquireJoint(offer.Call, offer.Leg);
    }

    /// <summary>The caller is asked after as well while the agent asks the guest: nobody else does meanwhile.</summary>
    public static void AskAfterTalk(this Decision now, Guest guest)
    {
        now.Set(guest with { Until = now.NextInquiry() });
        now.Inquire(guest.Call);
        now.Inquire(guest.Leg);
        if (guest.State == GuestState.Talking)
        {
            now.InquireJoint(guest.Call, guest.Leg);
        }

        if (now.Caller(guest.Call)?.State is CallerState.Talking talking && now.Offer(talking.Offer) is { } offer)
        {
            now.Inquire(offer.Leg);
        }
    }

    public static void AskAfterTalk(this Decision now, OutgoingCall call)
    {
        now.Set(call with { Until = now.NextInquiry() });
        now.Inquire(call.Call);
        now.Inquire(call.Leg);
        now.InquireJoint(call.Call, call.Leg);
    }

    /// <summary>As a hang-up of which nobody says who did it; the journey and the agent's notice say how it was found.</summary>
    public static void EndUnheard(this Decision now, CallRef call)
    {
        var number = now.State.Legs.GetValueOrDefault(call);
        var with = now.Caller(call) ?? (now.State.CallOf(number) is { } other ? now.Caller(other) : null);
        if (with is null && now.OutgoingCall(number) is { } outgoing)
        {
            now.Repaired(Repair.LostConversation);
            now.Set(outgoing.With(now.At, JourneyEvent.LostSight, Why));
            now.EndUnheard(call, outgoing.Agent, outgoing.To);
            return;
        }

        if (with is null)
        {
            now.Ignore();
            return;
        }

        now.Repaired(with.State is CallerState.Talking or CallerState.Outside ? Repair.LostConversation : Repair.GhostCaller);
        var agent = with.State is CallerState.Talking talking ? now.Offer(talking.Offer)?.Agent : now.Guest(number)?.Agent;
        now.Set(with.With(now.At, JourneyEvent.LostSight, agent, Why));
        now.EndUnheard(call, agent, with.Number);
    }

    static void EndUnheard(this Decision now, CallRef call, string? agent, string other)
    {
        now.EndCall(new Event.CallEnded(now.At, call, Unknown, HungUpBy.Unknown));
        if (agent is not null && now.Agent(agent) is { } noticed)
        {
            now.Set(noticed with { Notice = new Notice(now.At, NoticeKind.EndUnheard, other) });
        }
    }

    /// <summary>Both live, and do not hear each other: as if the switch had said so when they were parted.</summary>
    public static void FindParted(this Decision now, CallRef call)
    {
        var isBelieved = now.OutgoingOf(call) is { State: OutgoingState.Talking, Parted: false } || now.Caller(call) switch
        {
            { State: CallerState.Talking talking, Guest: null } => now.Offer(talking.Offer) is { State: OfferState.Talking, Parted: false, Lost: null },
            { State: CallerState.Outside outside } => now.Guest(outside.Guest) is { Parted: false },
            _ => false,
        };
        if (!isBelieved)
        {
            now.Ignore();
            return;
        }

        now.Repaired(Repair.PartedConversation);
        now.Unbridge(call);
    }

    static void InquireJoint(this Decision now, CallRef call, CallRef with)
    {
        if (now.State.Nodes.Contains(call.Node))
        {
            now.Emit(new Effect.InquireJoint(call, with));
        }
    }

    /// <summary>Also where the switch could not do with a call what it could if the call lived.</summary>
    public static void Inquire(this Decision now, CallRef call)
    {
        if (now.State.Nodes.Contains(call.Node))
        {
            now.Emit(new Effect.Inquire(call));
        }
    }
}

using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>What becomes of guests when the service or the switch was away.</summary>
static class GuestRecovery
{
    /// <summary>A new life: whoever was on the way is uncertain, and callers on hold are given back. Conversations go on.</summary>
    public static void ForsakeGuests(this Decision now)
    {
        foreach (var guest in now.State.Guests.Values.Where(guest => guest.State is not (GuestState.Talking or GuestState.Orphaned)).ToArray())
        {
            if (guest.Purpose == GuestPurpose.Callback)
            {
                now.LoseAttempt(guest, "The service restarted.");
                continue;
            }

            now.Set(guest with { State = GuestState.Orphaned, Until = now.At + now.Configuration.LostAfter });
            now.Set(now.Caller(guest.Call)! with { Guest = null });
        }

        foreach (var guest in now.State.Guests.Values.Where(guest => guest is { State: GuestState.Talking, Until: null }).ToArray())
        {
            now.Set(guest with { Until = now.NextInquiry() });
        }

        foreach (var offer in now.State.Offers.Values.Where(offer => offer.State is OfferState.Resuming or OfferState.Held).ToArray())
        {
            now.RejoinSoon(offer);
        }
    }

    public static void FindGuest(this Decision now, Guest guest, Dictionary<CallRef, LiveCall> live)
    {
        var leg = live.GetValueOrDefault(guest.Leg);
        var isWithCaller = leg?.BridgedTo == guest.Call && live.ContainsKey(guest.Call);
        switch (guest.State)
        {
            case GuestState.Talking when isWithCaller:
                now.Follow(guest, live);
                break;
            case GuestState.Talking when now.At - guest.Since > Recovery.SurveyAge && live.ContainsKey(guest.Call):
                now.Repaired(leg is null ? Repair.LostConversation : Repair.PartedConversation);
                now.RepairedRecording(now.Caller(guest.Call)?.Talk);
                now.EndOutside(guest, EndedBy.Unknown, HangupCause.NormalClearing);
                break;
            case GuestState.Talking when now.At - guest.Since > Recovery.SurveyAge:
                now.Repaired(Repair.LostConversation);
                var caller = now.Caller(guest.Call)!;
                now.Conclude(caller.AfterOutside(now.At), caller.ResultAfterQueue(), EndedBy.Unknown, Recovery.Unknown);
                break;
            case GuestState.Orphaned when guest.Purpose == GuestPurpose.Callback:
                now.FindAttempt(guest, leg);
                break;
            case GuestState.Orphaned when isWithCaller && now.Caller(guest.Call) is { State: CallerState.Waiting or CallerState.Talking or CallerState.SentOn } found:
                now.Repaired(Repair.LostJoin);
                now.Set(found with { Guest = guest.Number });
                now.BeginGuestTalk(now.LeaveConsultation(guest, EndedBy.Unknown));
                now.Follow(guest, live);
                break;
            case GuestState.Orphaned:
                now.EndGuest(guest, OfferOutcome.Withdrawn);
                break;
            case GuestState.Consulting when leg is not null:
                // Not with the caller yet, and it will be: the end must be heard then.
                now.Emit(new Effect.Follow(leg, IsLeg: true));
                break;
            case GuestState.Talking or GuestState.Ringing or GuestState.Answered or GuestState.Joining or GuestState.Consulting or GuestState.Connecting:
                break;
        }
    }

    static void Follow(this Decision now, Guest guest, Dictionary<CallRef, LiveCall> live)
    {
        now.Emit(new Effect.Follow(live[guest.Call], IsLeg: false));
        now.Emit(new Effect.Follow(live[guest.Leg], IsLeg: true));
    }
}

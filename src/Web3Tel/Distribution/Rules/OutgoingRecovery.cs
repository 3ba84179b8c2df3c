using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution.Rules;

/// <summary>What becomes of outgoing calls when the service or the switch was away. Conversations go on.</summary>
static class OutgoingRecovery
{
    public static readonly OutgoingEnd Lost = new(CallResult.Lost, EndedBy.Unknown, Recovery.Unknown);

    /// <summary>A new life: what rang is uncertain. An agent who has dialled comes back by the dialplan, if the line is still held.</summary>
    public static void ForsakeOutgoing(this Decision now)
    {
        foreach (var call in now.State.OutgoingCalls.Values.ToArray())
        {
            switch (call.State)
            {
                case OutgoingState.RingingAgent or OutgoingState.Dialling or OutgoingState.Announcing or OutgoingState.Connecting:
                    now.Orphan(call, "The service restarted.");
                    break;
                case OutgoingState.Telling:
                    now.Set(call with { State = OutgoingState.Leaving });
                    break;
                case OutgoingState.Talking or OutgoingState.Leaving or OutgoingState.Orphaned:
                    break;
            }
        }
    }

    /// <summary>The connection of the agent's own call is gone; the call may come back by the dialplan.</summary>
    public static void LoseSight(this Decision now, OutgoingCall call, string why)
    {
        if (call.State is OutgoingState.Dialling or OutgoingState.Announcing)
        {
            now.EndLeg(call);
            now.Orphan(call, why);
        }
    }

    /// <summary>The agent's own call reaches us once more.</summary>
    public static void ComeBack(this Decision now, OutgoingCall call)
    {
        switch (call.State)
        {
            case OutgoingState.Orphaned or OutgoingState.Dialling when now.Agent(call.Agent) is not null:
                now.EndLeg(call);
                now.DialAgain(call);
                break;
            case OutgoingState.Announcing or OutgoingState.Connecting:
                now.EndUnjoined(call, "Not joined.");
                break;
            case OutgoingState.Talking:
                now.EndLeg(call);
                now.Dismiss(call, new OutgoingEnd(CallResult.Answered, EndedBy.Unknown, HangupCause.NormalClearing));
                break;
            case OutgoingState.Orphaned or OutgoingState.Dialling or OutgoingState.RingingAgent:
                now.EndLeg(call);
                now.Dismiss(call, Lost);
                break;
            case OutgoingState.Telling or OutgoingState.Leaving:
                now.Dismiss(call, call.End!);
                break;
        }
    }

    public static void Find(this Decision now, OutgoingCall call, Dictionary<CallRef, LiveCall> live)
    {
        var own = live.GetValueOrDefault(call.Call);
        var leg = live.GetValueOrDefault(call.Leg);
        var isOld = now.At - (call.State == OutgoingState.Orphaned ? call.Began : call.Since) > Recovery.SurveyAge;
        switch (call.State)
        {
            case OutgoingState.Talking when own?.BridgedTo == call.Leg && leg is not null:
                now.Emit(new Effect.Follow(own, IsLeg: false));
                now.Emit(new Effect.Follow(leg, IsLeg: true));
                break;
            case OutgoingState.Talking when isOld:
                now.EndLost(call, own, leg);
                break;
            case OutgoingState.Talking:
                // Too young to be in the survey: followed, one that is gone says so.
                now.Emit(new Effect.Follow(new LiveCall(call.Call, call.Began, call.Leg, call.Shown, "", call.To), IsLeg: false));
                now.Emit(new Effect.Follow(new LiveCall(call.Leg, call.Since, call.Call, call.Shown, "", call.To), IsLeg: true));
                break;
            case OutgoingState.Connecting or OutgoingState.Orphaned when own?.BridgedTo == call.Leg && leg is not null:
                now.Repaired(Repair.LostJoin);
                now.BeginTalk(call);
                now.Emit(new Effect.Follow(own, IsLeg: false));
                now.Emit(new Effect.Follow(leg, IsLeg: true));
                break;
            case OutgoingState.Orphaned:
                now.FindOrphan(call, own, leg, isOld);
                break;
            case OutgoingState.Leaving when own is not null:
                now.Emit(new Effect.HangUp(call.Call, HangupCause.NormalClearing));
                break;
            case OutgoingState.Leaving when isOld:
                now.Conclude(call, call.End!);
                break;
            case OutgoingState.RingingAgent or OutgoingState.Dialling or OutgoingState.Announcing or OutgoingState.Connecting or OutgoingState.Telling or OutgoingState.Leaving:
                break;
        }
    }

    public static void Orphan(this Decision now, OutgoingCall call, string why) => now.Set(call.With(now.At, JourneyEvent.LostSight, why) with
    {
        State = OutgoingState.Orphaned,
        Since = now.At,
        Until = now.At + now.Configuration.LostAfter,
    });

    static void EndLost(this Decision now, OutgoingCall call, LiveCall? own, LiveCall? leg)
    {
        now.Repaired(own is not null && leg is not null ? Repair.PartedConversation : Repair.LostConversation);
        if (leg is not null)
        {
            now.EndLeg(call);
        }

        var end = new OutgoingEnd(CallResult.Answered, EndedBy.Unknown, Recovery.Unknown);
        if (own is not null)
        {
            now.RepairedRecording(call.Talk);
            now.Dismiss(call, end);
        }
        else
        {
            now.Conclude(call, end);
        }
    }

    static void FindOrphan(this Decision now, OutgoingCall call, LiveCall? own, LiveCall? leg, bool isOld)
    {
        if (leg is not null)
        {
            now.EndLeg(call);
        }

        switch (own)
        {
            case null when isOld:
                now.Conclude(call, Lost);
                break;
            case not null when call.ByService:
                now.Emit(new Effect.HangUp(call.Call, HangupCause.NormalClearing));
                now.Conclude(call, Lost);
                break;
            case { BridgedTo: not null }:
                // The dialplan has put it through while we were away: it goes on without us.
                now.Conclude(call, Lost);
                break;
            default:
                // Comes back by the dialplan, or is given up in time.
                break;
        }
    }
}

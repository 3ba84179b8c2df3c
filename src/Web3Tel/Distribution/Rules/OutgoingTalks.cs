using System.Diagnostics;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>Conversations of agents with those they have called.</summary>
static class OutgoingTalks
{
    public static void BeginTalk(this Decision now, OutgoingCall call)
    {
        now.Set(call.With(now.At, JourneyEvent.Connected, call.To) with
        {
            State = OutgoingState.Talking,
            Since = now.At,
            Parted = false,
            Until = now.NextInquiry(),
            Talk = call.Talk ?? new Talk(call.Agent, now.At, null, call.Recording),
        });
        if (call.Queue is { } queue && now.State.RequestOf(queue, call.To) is { } request)
        {
            now.Close(request, CallbackEnd.CalledByHand, call.Agent);
        }
    }

    /// <summary>Nobody says that the two were joined.</summary>
    public static void GiveUp(this Decision now, OutgoingCall call, string why)
    {
        if (now.State.Nodes.Contains(call.Leg.Node))
        {
            now.EndUnjoined(call, why);
        }
        else
        {
            // Perhaps they talk: the next survey tells.
            now.Orphan(call, why);
        }
    }

    /// <summary>The two are not joined.</summary>
    public static void EndUnjoined(this Decision now, OutgoingCall call, string why)
    {
        now.EndLeg(call);
        now.FailNumber(call, OfferOutcome.Unreachable, why);
    }

    public static void Unbridge(this Decision now, OutgoingCall call)
    {
        if (call is { State: OutgoingState.Talking, Parted: false })
        {
            now.Set(call with { Parted = true, Until = now.At + Conversations.Parting });
        }
    }

    public static void Obey(this Decision now, OutgoingCall call, Event.ITalkCommand command)
    {
        now.Record(command, call.Agent);
        switch (command)
        {
            case Event.HangUpAsked:
                now.HangUp(call);
                break;
            case Event.ListenAsked asked:
                now.Set(call.With(now.At, JourneyEvent.ListenedTo, $"{asked.Mode}: {asked.By ?? asked.To}"));
                now.RingListener(asked, call.Call, call.Agent, call.To);
                break;
            case Event.RecordingPauseAsked or Event.RecordingResumeAsked:
                now.Obey(Tape.Of(call), command);
                break;
            case Event.TransferAsked asked:
                now.Transfer(call, asked);
                break;
            default:
                throw new UnreachableException($"No rule for {command.GetType().Name}.");
        }
    }

    /// <summary>
    /// The outgoing call is over, and who was called is a caller from here on, with a call and a history of their own: in a queue, or on the
    /// way to somebody.
    /// </summary>
    static void Transfer(this Decision now, OutgoingCall call, Event.TransferAsked asked)
    {
        var to = $"{asked.Kind}: {asked.To}";
        var queue = asked.Kind == TransferKind.Queue ? asked.To : OutgoingCommand.QueueFor(now.State, call)!;
        now.Emit(new Effect.Part(call.Leg, call.Call, Keep: TimeSpan.Zero));
        now.WaitForEnd(call.With(now.At, JourneyEvent.Transferred, to), new OutgoingEnd(CallResult.Answered, EndedBy.Agent, HangupCause.NormalClearing));

        var seen = now.State.CallersSeen + 1;
        now.State = now.State with { CallersSeen = seen };
        var caller = new Caller(call.Leg, seen, call.To, "", call.Shown, now.At)
        {
            Direction = CallDirection.Outgoing,
            ToldOfRecording = call.Journey.Exists(step => step.What == JourneyEvent.RecordingAnnounced),
            // The recording that follows is another one, and may be secret as well.
            Pause = call.Pause is { State: not PauseState.Ending } pause ? new RecordingPause(PauseState.Beginning, now.At, pause.Until, pause.By) : null,
        };
        caller = now.Absent(caller.With(now.At, JourneyEvent.Transferred, call.Agent, to));
        now.Set(caller);
        if (asked.Kind == TransferKind.Queue)
        {
            now.Enter(caller, queue, now.TimeOfJoining(null), now.At);
            return;
        }

        now.LeadPastQueues(caller with { Queue = queue, Joined = now.TimeOfJoining(null) }, queue, asked);
    }

    static void HangUp(this Decision now, OutgoingCall call)
    {
        var end = new OutgoingEnd(call.Talk is null ? CallResult.Failed : CallResult.Answered, EndedBy.Service, HangupCause.NormalClearing);
        now.EndLeg(call);
        if (call.State == OutgoingState.RingingAgent)
        {
            now.Emit(new Effect.Withdraw(call.Number));
            now.Conclude(call, end);
        }
        else
        {
            now.Dismiss(call, call.End ?? end);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Recordings;

namespace Web3Tel.Distribution.Rules;

/// <summary>Agents who call numbers outside: by dialling them, or by asking for it, in which case their own phone rings first.</summary>
static class DiallingOut
{
    /// <summary>How long an agent's own phone rings for a call that was asked for.</summary>
    static readonly TimeSpan OwnRingTime = TimeSpan.FromSeconds(30);

    static readonly HangupCause Unreachable = new("NO_ROUTE_DESTINATION");

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take to tell an agent a sentence.</summary>
    static readonly TimeSpan LongestSentence = TimeSpan.FromSeconds(15);

    /// <summary>A second of tone and four of silence, as exchanges here let it ring.</summary>
    const int RingSeconds = 5;

    /// <summary>An agent's phone has dialled. A call we know has come back: from the dialplan, where it was while we were away.</summary>
    public static void DialOut(this Decision now, Event.OutgoingArrived arrived)
    {
        if (now.OutgoingOf(arrived.Call) is { } known)
        {
            now.ComeBack(known);
            return;
        }

        if (now.Agent(arrived.Agent) is not { } agent || now.Caller(arrived.Call) is not null || now.State.Legs.ContainsKey(arrived.Call))
        {
            now.Ignore();
            return;
        }

        var call = now.New(agent, arrived.Call, arrived.Number, now.Configuration.ShownBy(agent.Settings));
        if (OutgoingCommand.ProblemOf(now.Configuration, agent, arrived.Number) is { } problem)
        {
            call = call.With(now.At, JourneyEvent.NumberRefused, problem.ToString());
            now.Tell(call, problem, new OutgoingEnd(CallResult.Refused, EndedBy.Service, HangupCause.CallRejected));
            return;
        }

        now.Dial(call);
    }

    /// <summary>Somebody has asked that the agent's phone be rung, and then the number.</summary>
    public static void CallFor(this Decision now, Event.CallAsked asked)
    {
        var agent = now.Agent(asked.Agent)!;
        var call = now.New(agent, null, asked.Number, asked.Shown ?? now.Configuration.ShownBy(agent.Settings)) with { Queue = asked.Queue };
        now.Set(call.With(now.At, JourneyEvent.AgentRings) with { State = OutgoingState.RingingAgent, Until = now.At + OwnRingTime + Grace });
        now.Emit(new Effect.Invite(call.Number, new Dial(
            call.Call, agent.Settings.Destination, OwnRingTime, call.To, call.To, ImmutableDictionary<string, string>.Empty) { AutoAnswer = agent.Settings.AutoAnswer }));
    }

    /// <summary>The agent's own phone, or the number, has answered.</summary>
    public static void AnswerRing(this Decision now, OutgoingCall call, long number)
    {
        switch (call.State)
        {
            case OutgoingState.RingingAgent when number == call.Number:
                now.Dial(call.With(now.At, JourneyEvent.OfferEnded, nameof(OfferOutcome.Answered)));
                break;
            case OutgoingState.Dialling when number == call.Ring && call.Recording is not null && now.Configuration.Outgoing.RecordingNotice is { } notice:
                now.Set(call with { State = OutgoingState.Announcing, Since = now.At, Until = now.At + AnnouncingRecordings.Longest });
                now.TellOutside(call.Ring, call.Leg, notice);
                break;
            case OutgoingState.Dialling when number == call.Ring:
                now.Connect(call);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    public static void FailRing(this Decision now, OutgoingCall call, Event.OfferFailed failed)
    {
        switch (call.State)
        {
            case OutgoingState.RingingAgent when failed.Offer == call.Number && failed.Outcome == OfferOutcome.LostSight:
                // The phone may ring on: until the switch has been asked it is not rung for anybody else.
                now.Orphan(call, failed.Detail);
                break;
            case OutgoingState.RingingAgent when failed.Offer == call.Number:
                now.Conclude(call.With(now.At, JourneyEvent.OfferEnded, failed.Outcome.ToString()), NotTaken(failed.Outcome));
                break;
            case OutgoingState.Dialling when failed.Offer == call.Ring:
                now.EndLostRing(call.Leg, failed.Outcome);
                now.FailNumber(call, failed.Outcome, failed.Detail);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>The number cannot be had: the agent is told so.</summary>
    public static void FailNumber(this Decision now, OutgoingCall call, OfferOutcome outcome, string detail)
    {
        call = call.With(now.At, JourneyEvent.NumberNotReached, detail.Length > 0 && detail != outcome.ToString() ? $"{outcome}: {detail}" : outcome.ToString());
        var (problem, cause) = InVain(outcome);
        now.Tell(call, problem, new OutgoingEnd(CallResult.NotReached, EndedBy.Service, cause));
    }

    public static OutgoingEnd NotTaken(OfferOutcome outcome) => new(CallResult.OperatorNotReached, EndedBy.Service, InVain(outcome).Cause);

    /// <summary>The number rings, and the agent hears it.</summary>
    public static void Dial(this Decision now, OutgoingCall call)
    {
        var ringTime = now.Configuration.Outgoing.RingTime;
        now.Set(call.With(now.At, JourneyEvent.NumberRings, call.To) with { State = OutgoingState.Dialling, Since = now.At, Until = now.At + ringTime + Grace });
        var times = (int)Math.Ceiling((ringTime + Grace).TotalSeconds / RingSeconds);
        now.Emit(new Effect.LetHear(call.Call, call.ByService, string.Create(CultureInfo.InvariantCulture, $"tone_stream://%(1000,4000,425);loops={times}")));
        now.Emit(new Effect.Invite(call.Ring, new Dial(
            call.Leg, now.NumberOutside(call.To), ringTime, call.Shown, call.Shown, ImmutableDictionary<string, string>.Empty) { ComesBackTo = call.Shown.Length > 0 ? call.Shown : call.To }));
    }

    /// <summary>The same once more, under numbers of its own: what is still said of the earlier ringing must not be taken for this one.</summary>
    public static void DialAgain(this Decision now, OutgoingCall call)
    {
        var again = now.Numbered(call);
        now.Remove(call);
        var agent = now.Agent(call.Agent)!;
        now.Set(agent with { OutgoingCalls = agent.OutgoingCalls.Remove(call.Number).Add(again.Number) });
        now.Dial(again.With(now.At, JourneyEvent.CameBack));
    }

    public static void Tell(this Decision now, OutgoingCall call, OutgoingProblem problem, OutgoingEnd end)
    {
        now.Set(call with { State = OutgoingState.Telling, Since = now.At, Until = now.At + LongestSentence, End = end });
        now.Emit(new Effect.Tell(call.Number, call.Call, call.ByService, problem, now.Configuration.Outgoing.Language));
    }

    /// <summary>Who was called has heard that the conversation is recorded, or cannot be told: both are joined.</summary>
    public static void EndNotice(this Decision now, OutgoingCall call) => now.Connect(call.With(now.At, JourneyEvent.RecordingAnnounced));

    static void Connect(this Decision now, OutgoingCall call)
    {
        now.Set(call with { State = OutgoingState.Connecting, Since = now.At, Until = now.At + now.Configuration.ConnectTime });
        now.Emit(new Effect.Connect(call.Number, call.Call, call.Leg, call.Recording)
        {
            // It is the agent's own call that is recorded: who was called is on the left, as callers are.
            Sides = now.Configuration.Outgoing.RecordInStereo ?? now.Configuration.RecordInStereo ? RecordingSides.OwnRight : RecordingSides.Together,
        });
    }

    static (OutgoingProblem Problem, HangupCause Cause) InVain(OfferOutcome outcome) => outcome switch
    {
        OfferOutcome.Busy => (OutgoingProblem.Busy, HangupCause.UserBusy),
        OfferOutcome.NoAnswer => (OutgoingProblem.NoAnswer, HangupCause.NoAnswer),
        OfferOutcome.Rejected => (OutgoingProblem.Busy, HangupCause.CallRejected),
        _ => (OutgoingProblem.NotReached, Unreachable),
    };

    static OutgoingCall New(this Decision now, Agent agent, CallRef? own, string to, string shown)
    {
        var node = own?.Node ?? now.State.Nodes.Min!;
        var call = now.Numbered(new OutgoingCall(0, agent.Id, own ?? new CallRef(node, ""), new CallRef(node, ""), to, shown, OutgoingState.Dialling, now.At, now.At, null) { ByService = own is null });
        now.Set(agent with { OutgoingCalls = agent.OutgoingCalls.Add(call.Number) });
        return call.With(now.At, JourneyEvent.CallsOut, to);
    }

    /// <summary>With two new numbers: one for itself, or the agent's own phone, and one for the ringing outside.</summary>
    static OutgoingCall Numbered(this Decision now, OutgoingCall call)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number + 1 };
        var own = call.ByService ? new CallRef(call.Leg.Node, LegId.Of(now.State.Instance, number)) : call.Call;
        return call with
        {
            Number = number,
            Call = own,
            Leg = new CallRef(call.Leg.Node, LegId.Of(now.State.Instance, number + 1)),
            Recording = now.Configuration.Outgoing.Record ? RecordingName.For(call.To, own, call.Agent, call.Began) : null,
        };
    }
}

using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution.Rules;

/// <summary>How outgoing calls end: each once, in the history, with its agent free for callers again.</summary>
static class OutgoingEndings
{
    /// <summary>How long the switch may take to say that the agent's call has ended.</summary>
    static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);

    public static void EndOutgoing(this Decision now, OutgoingCall call, Event.CallEnded ended)
    {
        if (ended.Call == call.Call)
        {
            now.EndOwn(call, ended);
        }
        else
        {
            now.EndOther(call, ended);
        }
    }

    /// <summary>The agent's own call is to end, and what stands in the history is known.</summary>
    public static void Dismiss(this Decision now, OutgoingCall call, OutgoingEnd end)
    {
        now.WaitForEnd(call, end);
        now.Emit(new Effect.HangUp(call.Call, HangupCause.NormalClearing) { Awaited = true });
    }

    /// <summary>The agent's own call is about to end: until then the phone is not free.</summary>
    public static void WaitForEnd(this Decision now, OutgoingCall call, OutgoingEnd end) =>
        now.Set(call.Finished(now.At) with { State = OutgoingState.Leaving, Since = now.At, Until = now.At + LongestGoodbye, End = end });

    /// <summary>What is under way to the number ends, ringing or talking.</summary>
    public static void EndLeg(this Decision now, OutgoingCall call)
    {
        switch (call.State)
        {
            case OutgoingState.Dialling:
                now.Emit(new Effect.Withdraw(call.Ring));
                break;
            case OutgoingState.Announcing or OutgoingState.Connecting or OutgoingState.Talking or OutgoingState.Orphaned:
                now.Emit(new Effect.HangUp(call.Leg, HangupCause.NormalClearing));
                break;
            case OutgoingState.RingingAgent or OutgoingState.Telling or OutgoingState.Leaving:
                break;
        }
    }

    /// <summary>It is over.</summary>
    public static void Conclude(this Decision now, OutgoingCall call, OutgoingEnd end)
    {
        call = Tape.Of(call).Doubt(now.At, call.Agent) is { } doubt ? call with { Journey = call.Journey.Add(doubt) } : call;
        call = call.Finished(now.At).With(now.At, JourneyEvent.Ended, end.Cause.Name);
        now.Remove(call);
        now.Emit(new Effect.Inform(call.Call, null));
        var entry = call.ToHistory(now.At, end);
        if (now.Agent(call.Agent) is { } agent)
        {
            now.Free(agent with { OutgoingCalls = agent.OutgoingCalls.Remove(call.Number) }, call, entry);
        }

        now.Emit(new Effect.Archive(entry));
    }

    public static void Expire(this Decision now, OutgoingCall call)
    {
        if (call.PauseDue <= now.At)
        {
            now.ExpirePause(Tape.Of(call));
            return;
        }

        switch (call.State)
        {
            case OutgoingState.RingingAgent:
                now.Emit(new Effect.Withdraw(call.Number));
                now.Conclude(call.With(now.At, JourneyEvent.OfferEnded, nameof(OfferOutcome.NoAnswer)), DiallingOut.NotTaken(OfferOutcome.NoAnswer));
                break;
            case OutgoingState.Dialling:
                now.EndLeg(call);
                now.FailNumber(call, OfferOutcome.NoAnswer, "");
                break;
            case OutgoingState.Announcing:
                now.EndNotice(call);
                break;
            case OutgoingState.Connecting:
                now.GiveUp(call, "The switch did not say in time that the two were joined.");
                break;
            case OutgoingState.Talking when call.Parted:
                now.EndLeg(call);
                now.Dismiss(call, new OutgoingEnd(CallResult.Answered, EndedBy.Unknown, HangupCause.NormalClearing));
                break;
            case OutgoingState.Talking:
                now.AskAfterTalk(call);
                break;
            case OutgoingState.Telling:
                now.Dismiss(call, call.End!);
                break;
            case OutgoingState.Leaving:
                now.Conclude(call, call.End!);
                break;
            case OutgoingState.Orphaned:
                now.EndLeg(call);
                now.Emit(new Effect.HangUp(call.Call, HangupCause.NormalClearing));
                now.Conclude(call, OutgoingRecovery.Lost);
                break;
        }
    }

    /// <summary>Has heard why there is no conversation, or could not be told.</summary>
    public static void EndTelling(this Decision now, OutgoingCall call)
    {
        if (call.State == OutgoingState.Telling)
        {
            now.Dismiss(call, call.End!);
        }
        else
        {
            now.Ignore();
        }
    }

    static void EndOwn(this Decision now, OutgoingCall call, Event.CallEnded ended)
    {
        var by = Conversations.By(ended, party: EndedBy.Agent, peer: EndedBy.Caller);
        // Before there is a conversation the other causes are also those of a join that came to nothing.
        if (ended is { By: not HungUpBy.Party, Cause.IsOfLostPhone: true } && (call.Talk is not null || ended.Cause == HangupCause.MediaTimeout) && call.End is null or { Cause.IsOfLostPhone: false })
        {
            call = call.With(now.At, JourneyEvent.PhoneLost, ended.Cause.Name);
            // Who was called may have been heard to end before: put down by the agent, as it seemed.
            call = call with { End = call.End is { By: EndedBy.Agent } seeming ? seeming with { By = by, Cause = ended.Cause } : call.End };
        }

        switch (call.State)
        {
            case OutgoingState.RingingAgent:
                // The ringing itself tells how it ended.
                break;
            case OutgoingState.Dialling or OutgoingState.Announcing or OutgoingState.Connecting or OutgoingState.Orphaned:
                now.EndLeg(call);
                now.Conclude(call, new OutgoingEnd(CallResult.Abandoned, by, ended.Cause));
                break;
            case OutgoingState.Talking:
                now.EndLeg(call);
                now.Conclude(call, new OutgoingEnd(CallResult.Answered, by, ended.Cause));
                break;
            case OutgoingState.Telling or OutgoingState.Leaving:
                now.Conclude(call, call.End!);
                break;
        }
    }

    static void EndOther(this Decision now, OutgoingCall call, Event.CallEnded ended)
    {
        switch (call.State)
        {
            case OutgoingState.Announcing or OutgoingState.Connecting:
                now.FailNumber(call, OfferOutcome.Rejected, "Hung up.");
                break;
            case OutgoingState.Talking:
                now.Dismiss(call, new OutgoingEnd(CallResult.Answered, Conversations.By(ended, party: EndedBy.Caller, peer: EndedBy.Agent), ended.Cause));
                break;
            case OutgoingState.RingingAgent or OutgoingState.Dialling or OutgoingState.Telling or OutgoingState.Leaving or OutgoingState.Orphaned:
                break;
        }
    }

    static void Free(this Decision now, Agent agent, OutgoingCall call, HistoryEntry entry)
    {
        if (agent is { State: AgentState.Ready, OutgoingCalls.IsEmpty: true } && call.Journey.Exists(step => step.What == JourneyEvent.PhoneLost))
        {
            now.Set(agent);
            now.Rest(agent.Id, RestReason.PhoneLost, now.Configuration.LongestPhoneLost);
            return;
        }

        var time = now.Configuration.Outgoing.WrapUp;
        if (call.Talk is not null && time > TimeSpan.Zero && agent is { SignedIn: true, State: AgentState.Ready } && agent.OutgoingCalls.IsEmpty)
        {
            now.State = now.State with { InWrapUp = now.State.InWrapUp.SetItem(call.Call, entry) };
            now.Set(agent with { State = new AgentState.WrapUp(now.At, now.At + time, call.Call) });
        }
        else
        {
            now.GoOnFromNow(agent);
        }
    }

    static OutgoingCall Finished(this OutgoingCall call, DateTimeOffset at) =>
        call.Talk is { Ended: null } talk ? call with { Talk = talk with { Ended = at } } : call;

    static HistoryEntry ToHistory(this OutgoingCall call, DateTimeOffset ended, OutgoingEnd end) => new()
    {
        Id = call.Call.Id,
        Node = call.Call.Node,
        Direction = CallDirection.Outgoing,
        Number = call.Shown,
        Name = "",
        Dialled = call.To,
        Queue = call.Queue,
        Arrived = call.Began,
        Answered = call.Talk?.Began,
        Ended = ended,
        Agent = call.Agent,
        WaitedSeconds = Endings.Seconds(call.Began, call.Talk?.Began ?? ended),
        TalkedSeconds = call.Talk is { } talk ? Endings.Seconds(talk.Began, talk.Ended ?? ended) : 0,
        Recording = call.Talk?.Recording,
        RecordingPausedSeconds = Tape.Of(call).PausedSeconds(call.Talk?.Ended ?? ended),
        Result = end.Result,
        Cause = end.Cause,
        HungUpBy = end.By,
        Journey = call.Journey,
    };
}

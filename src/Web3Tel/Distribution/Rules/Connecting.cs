using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Outgoing;

namespace Web3Tel.Distribution.Rules;

/// <summary>From the agent's answer to the conversation.</summary>
static class Connecting
{
    /// <summary>After so many failures with agents who had answered it is the caller's call that cannot be joined.</summary>
    const int MostConnectFailures = 5;

    public static void Answer(this Decision now, long number)
    {
        switch (now.Offer(number))
        {
            case { State: OfferState.Ringing, Level: > 0 } offer:
                now.AnswerAmongOthers(offer);
                break;
            case { State: OfferState.Ringing } offer when now.Settings(offer.Queue).Whispers:
                now.EndUnanswered(offer.Agent);
                now.BeginWhisper(offer);
                break;
            case { State: OfferState.Ringing } offer:
                now.EndUnanswered(offer.Agent);
                now.ConnectFirst(offer);
                break;
            case { State: OfferState.Orphaned } offer:
                now.EndOrphan(offer, legLives: true);
                break;
            case null when now.Guest(number) is { State: GuestState.Ringing } guest:
                now.AnswerGuest(guest);
                break;
            case null when now.OutgoingRung(number) is { } call:
                now.AnswerRing(call, number);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    /// <summary>
    /// Whoever answers gets the first of those waiting whom the agent may have, whomever the phone rang for:
    /// so nobody who came later is served first, however many phones ring at once.
    /// </summary>
    public static void ConnectFirst(this Decision now, Offer offer)
    {
        if (now.FirstOnTheLine(offer) is not { } first)
        {
            if (offer.State == OfferState.Whispering && !now.State.Nodes.Contains(offer.Leg.Node))
            {
                // A leg that cannot be ended now is ended by the next survey; until then the agent is not rung.
                now.Orphan(offer);
                return;
            }

            now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
            now.Remove(offer);
            now.Release(offer, OfferOutcome.Withdrawn);
            now.GiveBack(offer.Agent);
            return;
        }

        if (now.OfferTo(now.Caller(first.Call)!)?.Number != offer.Number)
        {
            now.Exchange(offer, first.Call);
        }

        var caller = now.Caller(first.Call)!;
        if (caller.IsRequest)
        {
            now.CallBack(offer, caller);
        }
        else
        {
            now.Connect(offer, caller);
        }

        now.EndNeedless(offer, OfferOutcome.AnsweredElsewhere);
        now.ServeQueue(offer.Queue);
    }

    public static void Connected(this Decision now, Event.Connected connected)
    {
        switch (now.Offer(connected.Offer))
        {
            case { State: OfferState.Connecting } offer when offer.Call == connected.Call:
                now.BeginTalk(offer);
                break;
            case { State: OfferState.Resuming } offer:
                now.Resumed(offer);
                break;
            case null when now.Guest(connected.Offer) is { State: GuestState.Connecting } guest:
                now.BeginGuestTalk(guest);
                break;
            case null when now.Guest(connected.Offer) is { State: GuestState.Joining } guest:
                now.BeginConsult(guest);
                break;
            case null when now.OutgoingCall(connected.Offer) is { State: OutgoingState.Connecting } call:
                now.BeginTalk(call);
                break;
            default:
                now.Ignore();
                break;
        }
    }

    public static void BeginTalk(this Decision now, Offer offer)
    {
        now.TalkOn(offer with { Since = now.At });
        var agent = now.Agent(offer.Agent)!;
        now.Set(agent with
        {
            State = new AgentState.Talking(now.At, offer.Number),
            Work = agent.Work with { Calls = agent.Work.Calls + 1 },
        });
        var caller = now.WithoutRequest(now.Caller(offer.Call)!);
        now.CompareWait(caller);
        now.RememberAgent(caller, offer.Agent);
        now.Set(caller.With(now.At, JourneyEvent.Connected, offer.Agent) with
        {
            State = new CallerState.Talking(offer.Number),
            Away = null,
            Foretold = null,
            Reach = null,
            // Who has been transferred goes on talking: the recording, too, is one.
            Talk = caller.Talk is { } before
                ? before with { Agent = offer.Agent, Ended = null, Recording = before.Recording ?? offer.Recording }
                : new Talk(offer.Agent, now.At, null, offer.Recording),
        });
        now.KeepPause(caller.Call, offer.Masked);
    }

    public static void FailConnect(this Decision now, Event.ConnectFailed failed)
    {
        if (now.Offer(failed.Offer) is not { State: OfferState.Connecting } offer || offer.Call != failed.Call)
        {
            now.FailJoin(failed);
            return;
        }

        // Whom the switch did not join, it does not record any more.
        now.FailConnect(failed, () => now.GiveUpConnect(offer with { Recording = null }, failed.Detail), until => now.Set(offer with { Until = until }));
    }

    /// <summary>What becomes of two who were being joined, whoever they are.</summary>
    /// <param name="giveUp">They are not joined, and will not be.</param>
    /// <param name="waitUntil">Nobody knows before that.</param>
    static void FailConnect(this Decision now, Event.ConnectFailed failed, Action giveUp, Action<DateTimeOffset> waitUntil)
    {
        switch (failed.Outcome)
        {
            case ReplyOutcome.Refused or ReplyOutcome.TimedOut or ReplyOutcome.Done:
                giveUp();
                break;
            case ReplyOutcome.Disconnected:
                // Perhaps they talk: the survey tells.
                waitUntil(now.At + now.Configuration.LostAfter);
                break;
            case ReplyOutcome.CallEnded:
                // The hang-up itself says which of the two it was.
                break;
        }
    }

    /// <summary>The same for those who have talked before, and for guests.</summary>
    static void FailJoin(this Decision now, Event.ConnectFailed failed)
    {
        // That the connection broke or the call ended, the survey, the deadline or the hang-up tells better.
        var isFinal = failed.Outcome is ReplyOutcome.Refused or ReplyOutcome.TimedOut or ReplyOutcome.Done;
        if (now.Offer(failed.Offer) is { State: OfferState.Resuming } offer)
        {
            if (isFinal)
            {
                now.ReturnToQueue(offer, legLives: true, failed.Detail);
            }
        }
        else if (now.Guest(failed.Offer) is { State: GuestState.Joining or GuestState.Connecting } guest)
        {
            if (isFinal)
            {
                now.FailGuest(guest, OfferOutcome.Withdrawn, failed.Detail);
            }
        }
        else if (now.OutgoingCall(failed.Offer) is { State: OutgoingState.Connecting } call)
        {
            now.FailConnect(failed, () => now.GiveUp(call with { Recording = null }, failed.Detail), until => now.Set(call with { Until = until }));
        }
        else
        {
            now.Ignore();
        }
    }

    /// <summary>The two could not be joined: the caller is the first in the queue again, the agent rests shortly.</summary>
    public static void GiveUpConnect(this Decision now, Offer offer, string why)
    {
        if (now.State.Nodes.Contains(offer.Leg.Node))
        {
            now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
            now.EndRecording(offer);
            now.Remove(offer);
            now.Rest(offer.Agent, RestReason.ConnectFailed, now.Settings(offer.Queue).AfterConnectFailed);
        }
        else
        {
            // A leg that cannot be ended now, and perhaps they talk: the next survey tells. Until then the agent is not rung.
            now.Orphan(offer);
        }

        var caller = now.BackToLine(offer, JourneyEvent.ConnectFailed, why);
        if (caller.ConnectFailures >= MostConnectFailures)
        {
            now.Dismiss(caller, CallResult.Failed, EndedBy.Service, HangupCause.NormalClearing);
        }

        now.ServeQueue(offer.Queue);
    }

    /// <summary>The agent who had answered hung up at once: as good as a rejection.</summary>
    public static void EndLegWhileConnecting(this Decision now, Offer offer)
    {
        now.EndRecording(offer);
        now.Remove(offer);
        now.Rest(offer.Agent, RestReason.Rejected, now.Settings(offer.Queue).AfterReject);
        now.BackToLine(offer, JourneyEvent.OfferEnded, nameof(OfferOutcome.Rejected));
        now.ServeQueue(offer.Queue);
    }

    /// <summary>Neither is to blame: both go on as before.</summary>
    public static void AbandonConnect(this Decision now, Offer offer)
    {
        now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        now.EndRecording(offer);
        now.Remove(offer);
        var caller = now.Caller(offer.Call)!;
        now.Set(caller.With(now.At, JourneyEvent.OfferEnded, offer.Agent, nameof(OfferOutcome.Withdrawn)) with
        {
            State = new CallerState.Waiting(null),
        });
        now.GiveBack(offer.Agent);
    }

    static Caller BackToLine(this Decision now, Offer offer, JourneyEvent what, string why)
    {
        var caller = now.Caller(offer.Call)!;
        now.Set(caller.With(now.At, what, offer.Agent, why) with
        {
            State = new CallerState.Waiting(null),
            RefusedBy = caller.RefusedBy.Add(offer.Agent),
            Wishes = caller.Wishes?.RefusedBy(offer.Agent),
            ConnectFailures = caller.ConnectFailures + (what == JourneyEvent.ConnectFailed ? 1 : 0),
        });
        if (offer.Interrupts)
        {
            // Otherwise the caller would wait in silence.
            now.Emit(new Effect.Receive(caller.Call));
        }

        now.Inquire(caller.Call);
        return now.Caller(offer.Call)!;
    }

    /// <summary>The first in the queue takes this offer; whom it rang for takes the first's, if there is one and its agent may have the caller.</summary>
    public static void Exchange(this Decision now, Offer offer, CallRef first)
    {
        var left = now.Caller(offer.Call) is { } caller && now.OfferTo(caller)?.Number == offer.Number ? caller : null;
        now.Release(offer, OfferOutcome.Reassigned);
        var other = now.OfferTo(now.Caller(first)!);
        if (other is not null)
        {
            now.Release(other, OfferOutcome.Reassigned);
        }

        now.Assign(now.Caller(first)!, offer);
        if (other is not null && left is not null && now.State.Queues[offer.Queue].May(now.Agent(other.Agent)!, left.Profile))
        {
            now.Assign(now.Caller(left.Call)!, other);
        }
        else if (other is not null)
        {
            now.PassOn(other, OfferOutcome.AnsweredElsewhere);
        }
    }

    public static void Connect(this Decision now, Offer offer, Caller caller)
    {
        var recordTo = now.RecordingWith(caller, offer);
        var comesBack = now.ComeBackAfterTalk(offer.Queue);
        now.Set(caller.With(now.At, JourneyEvent.OfferEnded, offer.Agent, nameof(OfferOutcome.Answered)) with
        {
            State = new CallerState.Connecting(offer.Number),
        });
        now.ConnectTold(
            offer with
            {
                State = OfferState.Connecting,
                Call = caller.Call,
                Since = now.At,
                Recording = recordTo,
                Interrupts = false,
                ComesBack = comesBack,
                OutlivesPhone = true,
            },
            now.Caller(caller.Call)!);
    }

    public static void ConnectNow(this Decision now, Offer offer, Caller caller)
    {
        var masked = offer.Recording is not null && caller.Pause is not null;
        now.Set(offer with { Announcing = false, Until = now.At + now.Configuration.ConnectTime, Masked = masked });
        now.Emit(new Effect.Connect(offer.Number, caller.Call, offer.Leg, offer.Recording, offer.ComesBack)
        {
            OutlivesPhone = offer.OutlivesPhone,
            Sides = now.SidesOf(caller),
            Masked = masked,
        });
    }
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>People who are called in for a caller, from the ringing to the conversation.</summary>
static class Guests
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static Guest? GuestOf(this Decision now, Caller caller) => caller.Guest is { } number ? now.Guest(number) : null;

    /// <param name="agent">The agent's id when it is one.</param>
    /// <param name="to">Whom: an agent's id or a number.</param>
    public static Guest RingGuest(this Decision now, Caller caller, string? queue, string? agent, string to, GuestPurpose purpose)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number };
        var settings = now.SettingsOf(queue);
        var leg = new CallRef(caller.Call.Node, LegId.Of(now.State.Instance, number));
        var guest = new Guest(number, caller.Call, leg, to, agent, purpose, GuestState.Ringing, now.At, now.At + settings.RingTime + Grace)
        {
            Recording = now.RecordingWithGuest(caller, to),
        };
        now.Set(guest);
        if (agent is not null && now.Agent(agent) is { } called)
        {
            var idle = called.State is AgentState.Ready ready ? ready.Since : now.At;
            now.Set(called with { State = new AgentState.Offered(now.At, number, idle), Work = called.Work with { LastOffer = number } });
        }

        now.Emit(new Effect.Invite(number, new Dial(
            leg, agent is null ? now.NumberOutside(to) : now.PhoneOf(to), settings.RingTime, caller.Number, caller.Name, ImmutableDictionary<string, string>.Empty)));
        return guest;
    }

    /// <summary>An agent's phone, or a number over the line out.</summary>
    public static string PhoneOf(this Decision now, string to) =>
        now.Agent(to)?.Settings.Destination ?? now.NumberOutside(to);

    public static string NumberOutside(this Decision now, string number) =>
        (now.Configuration.LineOut ?? "").Replace("{number}", number, StringComparison.Ordinal);

    public static void AnswerGuest(this Decision now, Guest guest)
    {
        var caller = now.Caller(guest.Call)!;
        switch (guest.Purpose)
        {
            case GuestPurpose.Transfer or GuestPurpose.Consult or GuestPurpose.RingBack or GuestPurpose.NextStep when caller.Away is not null:
                // The caller is not out of the conversation yet: neither the caller nor the agent can be joined with anybody else.
                now.Set(guest with { State = GuestState.Answered, Since = now.At, Until = now.At + Grace });
                break;
            case GuestPurpose.Transfer or GuestPurpose.TakeOver or GuestPurpose.RingBack or GuestPurpose.NextStep:
                now.ConnectGuest(guest);
                break;
            case GuestPurpose.Callback:
                // On the way to us by the dialplan.
                now.Set(guest with { State = GuestState.Answered, Since = now.At, Until = now.At + Grace });
                break;
            case GuestPurpose.Consult:
                now.JoinConsult(guest, now.Offer(((CallerState.Talking)caller.State).Offer)!);
                break;
        }
    }

    public static void ConnectGuest(this Decision now, Guest guest)
    {
        var caller = now.Caller(guest.Call)!;
        var comesBack = guest.Agent is not null && caller.Queue is { } queue && now.ComeBackAfterTalk(queue);
        now.ConnectTold(guest with { State = GuestState.Connecting, Since = now.At, ComesBack = comesBack, OutlivesPhone = guest.Agent is not null }, caller);
    }

    public static void ConnectNow(this Decision now, Guest guest, Caller caller)
    {
        var masked = guest.Recording is not null && caller.Pause is not null;
        now.Set(guest with { Announcing = false, Until = now.At + now.Configuration.ConnectTime, Masked = masked });
        now.Emit(new Effect.Connect(guest.Number, guest.Call, guest.Leg, guest.Recording, guest.ComesBack)
        {
            OutlivesPhone = guest.OutlivesPhone,
            Sides = guest.Recording is null ? RecordingSides.Together : now.SidesOf(caller),
            Masked = masked,
        });
    }

    /// <summary>The caller has somebody else from here on. A guest who is an agent has the conversation as if offered.</summary>
    public static void BeginGuestTalk(this Decision now, Guest guest)
    {
        var caller = now.Caller(guest.Call)!;
        if (caller.State is CallerState.Talking talking && now.Offer(talking.Offer) is { } before)
        {
            now.Emit(new Effect.HangUp(before.Leg, HangupCause.NormalClearing));
            caller = now.FinishTalk(before);
        }

        var queue = caller.Queue!;
        caller = caller with { Guest = null, Away = null };
        if (guest.Agent is null)
        {
            now.Set(guest with { State = GuestState.Talking, Since = now.At, Until = now.NextInquiry() });
            now.Set(caller.With(now.At, JourneyEvent.Connected, detail: guest.To) with
            {
                State = new CallerState.Outside(guest.Number),
                Guest = guest.Number,
                Talk = caller.Talk is { } talk ? talk with { Ended = null } : null,
                Outside = new OutsideTalk(guest.To, now.At, null, guest.Recording),
            });
            now.KeepPause(caller.Call, guest.Masked);
            return;
        }

        now.Remove(guest);
        now.Set(caller);
        var offer = new Offer(guest.Number, guest.Agent, queue, guest.Call, guest.Leg, OfferState.Connecting, now.At, null, caller.Recording ?? guest.Recording)
        {
            ComesBack = guest.ComesBack,
            OutlivesPhone = guest.OutlivesPhone,
            Masked = guest.Masked,
        };
        now.Set(offer);
        now.BeginTalk(offer);
    }

    /// <summary>The guest cannot be had: the caller goes on as before, or is the first in the queue again.</summary>
    public static void FailGuest(this Decision now, Guest guest, OfferOutcome outcome, string why)
    {
        if (guest.Purpose == GuestPurpose.Callback)
        {
            now.FailAttempt(guest, outcome, why);
        }
        else
        {
            // A guest who is an agent, and free by that, is for nobody else before the caller is back.
            now.ServeAfter(() => now.EndInVain(guest, outcome, why));
        }
    }

    static void EndInVain(this Decision now, Guest guest, OfferOutcome outcome, string why)
    {
        now.EndLostRing(guest.Leg, outcome);
        now.EndGuest(guest, outcome);
        var caller = now.Caller(guest.Call)!;
        switch (caller.State)
        {
            case CallerState.Transferring when guest.Step is { } step:
                now.GoOnWithout(guest, step, why);
                break;
            case CallerState.Transferring:
                now.BackToLine(caller, guest.Agent, $"{guest.To}: {why}");
                break;
            case CallerState.Talking talking:
                now.Set(caller.With(now.At, JourneyEvent.TransferFailed, guest.Agent, $"{guest.To}: {why}"));
                if (guest.Purpose == GuestPurpose.Consult)
                {
                    now.RejoinSoon(now.Offer(talking.Offer)!);
                }

                break;
            case CallerState.Arrived or CallerState.Waiting or CallerState.Dialled or CallerState.Connecting or CallerState.Outside or CallerState.SentOn or CallerState.Leaving:
                break;
        }
    }

    /// <summary>We have no more to do for the guest.</summary>
    public static void EndGuest(this Decision now, Guest guest, OfferOutcome outcome)
    {
        now.EndConsultation(guest, guest.State == GuestState.Orphaned ? EndedBy.Unknown : EndedBy.Service, HangupCause.NormalClearing);
        now.EndRecording(guest);
        now.Remove(guest);
        if (now.Caller(guest.Call) is { } caller && caller.Guest == guest.Number)
        {
            now.Set(caller with { Guest = null });
        }

        if (guest.State == GuestState.Ringing)
        {
            now.Emit(new Effect.Withdraw(guest.Number));
        }
        else
        {
            now.Emit(new Effect.HangUp(guest.Leg, HangupCause.NormalClearing));
        }

        if (guest.Agent is not { } agent || now.Agent(agent) is null)
        {
            return;
        }

        if (now.Caller(guest.Call)?.Queue is { } queue && now.State.Queues.ContainsKey(queue))
        {
            now.EndTurn(agent, now.Settings(queue), outcome);
        }
        else
        {
            now.GiveBack(agent);
        }
    }

    public static void EndGuestLeg(this Decision now, Guest guest, EndedBy by, HangupCause cause)
    {
        switch (guest.State)
        {
            case GuestState.Ringing:
                // The ringing itself tells how it ended.
                break;
            case GuestState.Answered or GuestState.Joining or GuestState.Connecting:
                now.FailGuest(guest, OfferOutcome.Rejected, "Hung up.");
                break;
            case GuestState.Consulting:
                // The party of this leg is who was asked, and the other the agent.
                now.EndConsultation(guest, by switch { EndedBy.Agent => EndedBy.Caller, EndedBy.Caller => EndedBy.Agent, var other => other }, cause);
                now.FailGuest(guest, OfferOutcome.Withdrawn, "Hung up.");
                break;
            case GuestState.Talking:
                now.EndOutside(guest, by, cause);
                break;
            case GuestState.Orphaned:
                now.EndGuest(guest, OfferOutcome.Withdrawn);
                break;
        }
    }

    /// <summary>A conversation with somebody outside is over; the caller may still be on the line.</summary>
    public static void EndOutside(this Decision now, Guest guest, EndedBy by, HangupCause cause)
    {
        now.EndGuest(guest, OfferOutcome.Withdrawn);
        if (now.Caller(guest.Call) is { } caller)
        {
            now.Dismiss(caller.AfterOutside(now.At), caller.ResultAfterQueue(), by, cause);
        }
    }

    public static void ExpireGuest(this Decision now, Guest guest)
    {
        if (guest.PauseDue <= now.At)
        {
            now.ExpirePause(Tape.Of(guest));
            return;
        }

        switch (guest.State)
        {
            case GuestState.Ringing:
                now.FailGuest(guest, OfferOutcome.NoAnswer, "No answer.");
                break;
            case GuestState.Connecting when guest.Announcing && now.EndNotice(guest.Call):
                break;
            case GuestState.Answered when guest.Announcing:
                now.EndConsultNotice(guest);
                break;
            case GuestState.Answered or GuestState.Joining or GuestState.Connecting:
                now.FailGuest(guest, OfferOutcome.Withdrawn, "The switch did not say in time that they were joined.");
                break;
            case GuestState.Talking when guest.Parted:
                now.EndOutside(guest, EndedBy.Unknown, HangupCause.NormalClearing);
                break;
            case GuestState.Talking or GuestState.Consulting:
                now.AskAfterTalk(guest);
                break;
            case GuestState.Orphaned when guest.Purpose == GuestPurpose.Callback:
                now.FailAttempt(guest, OfferOutcome.NoAnswer, "Nothing more was heard of it.");
                break;
            case GuestState.Orphaned:
                now.EndGuest(guest, OfferOutcome.Withdrawn);
                break;
        }
    }
}

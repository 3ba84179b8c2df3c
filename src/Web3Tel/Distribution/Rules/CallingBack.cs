using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// One customer is called for each agent who is on the line or kept free for it. Who answers comes to us by the dialplan, as any caller,
/// and is one from then on.
/// </summary>
static class CallingBack
{
    /// <summary>How much longer than the ring time an attempt may go without a word from the switch.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How much longer than the attempt the agent's part of it lasts: the attempt ends by itself.</summary>
    static readonly TimeSpan Spare = TimeSpan.FromSeconds(20);

    /// <summary>What the agent hears while the customer is called.</summary>
    public const string Ringback = "tone_stream://%(1000,4000,425);loops=60";

    /// <summary>The agent has answered: the customer is called while the agent is on the line.</summary>
    public static void CallBack(this Decision now, Offer offer, Caller caller)
    {
        offer = offer with { State = OfferState.Calling, Call = caller.Call, Since = now.At, Until = now.LeaseOf(caller) };
        now.Set(offer);
        now.Emit(new Effect.Whisper(offer.Number, offer.Leg, Ringback, offer.Until - now.At));
        now.Dial(caller.With(now.At, JourneyEvent.OfferEnded, offer.Agent, nameof(OfferOutcome.Answered)), offer);
    }

    /// <summary>The agent is kept free while the customer is called.</summary>
    public static void Reserve(this Decision now, Agent agent, Caller caller)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number };
        var idleSince = agent.State is AgentState.Ready ready ? ready.Since : now.At;
        var leg = new CallRef(caller.Call.Node, LegId.Of(now.State.Instance, number));
        var offer = new Offer(number, agent.Id, caller.Queue!, caller.Call, leg, OfferState.Reserved, now.At, now.LeaseOf(caller));
        now.Set(offer);
        now.RememberRung(agent, idleSince, now.Settings(offer.Queue));
        now.Set(agent with { State = new AgentState.Offered(now.At, number, idleSince), Work = agent.Work with { LastOffer = number } });
        now.Dial(caller, offer);
    }

    /// <summary>The customer has answered and reached us: to the agent on the line, or the one kept free, or else to the place kept.</summary>
    public static void Reach(this Decision now, Caller caller)
    {
        var offer = now.OfferDialledFor(caller);
        var ringing = now.OfferTo(caller);
        if (now.GuestOf(caller) is { } guest)
        {
            now.Remove(guest);
        }

        now.Set(caller.With(now.At, JourneyEvent.Reached) with
        {
            State = new CallerState.Waiting(ringing?.Number),
            Guest = null,
            Callback = caller.Callback! with { Reached = true, Rest = null, NotBefore = null, HoursEnd = null },
        });
        caller = now.Caller(caller.Call)!;
        now.Emit(new Effect.Receive(caller.Call));
        switch (offer)
        {
            case { State: OfferState.Calling }:
                now.Connect(offer, caller);
                break;
            case { State: OfferState.Reserved } when now.Agent(offer.Agent)!.PhoneMayRing:
                now.RingReserved(offer, caller);
                break;
            case { State: OfferState.Reserved }:
                // In another call meanwhile.
                now.Free(offer);
                now.ServeQueue(caller.Queue!);
                break;
            default:
                now.ServeQueue(caller.Queue!);
                break;
        }
    }

    /// <summary>The customer did not come to the phone: the agent is free at once, and the next attempt comes after a pause, with the place kept.</summary>
    public static void FailAttempt(this Decision now, Guest guest, OfferOutcome outcome, string why)
    {
        if (outcome == OfferOutcome.LostSight)
        {
            now.LoseAttempt(guest, why);
            return;
        }

        now.EndGuest(guest, outcome);
        var caller = now.Caller(guest.Call)!;
        var offer = now.OfferDialledFor(caller);
        now.RestOrClose(caller, why);
        if (offer is not null)
        {
            now.Free(offer);
        }

        now.ServeQueue(caller.Queue!);
    }

    /// <summary>The phone may ring on, or may not: nobody else is called for it before that is known, and no agent waits for it.</summary>
    public static void LoseAttempt(this Decision now, Guest guest, string why)
    {
        now.Set(guest with { State = GuestState.Orphaned, Until = now.At + now.Configuration.LostAfter });
        var caller = now.Caller(guest.Call)!;
        var offer = now.OfferDialledFor(caller);
        now.Set(caller.With(now.At, JourneyEvent.LostSight, detail: why) with { State = new CallerState.Waiting(null) });
        if (offer is { State: OfferState.Calling })
        {
            // That the switch is gone may be told a moment later: the agent's leg cannot be ended now, and the survey tells what lives.
            now.Orphan(offer);
        }
        else if (offer is not null)
        {
            now.Free(offer);
        }
    }

    /// <summary>The survey knows of an attempt we have lost sight of, or does not.</summary>
    /// <param name="leg">The customer's phone, which may ring yet, or be on its way to us; null when it is gone.</param>
    public static void FindAttempt(this Decision now, Guest guest, LiveCall? leg)
    {
        if (leg is null && now.At - guest.Since > Recovery.SurveyAge)
        {
            now.FailAttempt(guest, OfferOutcome.NoAnswer, "It rings no more.");
        }
    }

    /// <summary>A leg that we do not know to have made: the end of the journal was lost.</summary>
    public static void FindRequest(this Decision now, Caller caller, LiveCall? leg)
    {
        if (leg is null || caller.Guest is not null || now.Caller(caller.Call) != caller)
        {
            return;
        }

        if (leg.BridgedTo is not null)
        {
            now.Close(caller, CallbackEnd.Done);
            return;
        }

        var offer = now.OfferTo(caller);
        now.Set(caller.Without(offer, now.At, OfferOutcome.Withdrawn));
        var guest = now.Attempt(now.Caller(caller.Call)!) with { State = GuestState.Orphaned, Until = now.At + now.Configuration.LostAfter };
        now.Set(guest);
        now.Set(now.Caller(caller.Call)! with { Guest = guest.Number });
        if (offer is not null)
        {
            now.PassOn(offer);
        }
    }

    /// <summary>The leg of an attempt has ended.</summary>
    public static void EndAttempt(this Decision now, Caller caller)
    {
        switch (now.GuestOf(caller))
        {
            case { State: GuestState.Answered or GuestState.Orphaned } guest:
                now.FailAttempt(guest, OfferOutcome.Rejected, "Hung up.");
                break;
            default:
                // The ringing itself tells how it ended.
                break;
        }
    }

    /// <summary>The agent who was on the line has gone: as good as a rejection, and the customer's phone stops ringing.</summary>
    public static void EndLegWhileCalling(this Decision now, Offer offer)
    {
        now.Remove(offer);
        now.Rest(offer.Agent, RestReason.Rejected, now.Settings(offer.Queue).AfterReject);
        if (now.Caller(offer.Call) is { State: CallerState.Dialled } caller && now.GuestOf(caller) is { } guest)
        {
            now.Set(caller with { RefusedBy = caller.RefusedBy.Add(offer.Agent), Wishes = caller.Wishes?.RefusedBy(offer.Agent) });
            now.FailAttempt(guest, OfferOutcome.Withdrawn, "The operator hung up.");
        }
    }

    /// <summary>The agent who was kept free is not to be rung any more.</summary>
    public static void LoseReserved(this Decision now, Offer offer)
    {
        if (now.Caller(offer.Call) is { } caller && now.GuestOf(caller) is { } guest)
        {
            now.FailAttempt(guest, OfferOutcome.Withdrawn, "The operator has gone.");
        }
    }

    /// <summary>Nothing was heard of the attempt in all its time.</summary>
    public static void GiveUpCalling(this Decision now, Offer offer)
    {
        if (now.Caller(offer.Call) is { } caller && now.GuestOf(caller) is { } guest)
        {
            now.FailAttempt(guest, OfferOutcome.NoAnswer, "No answer.");
        }
        else
        {
            now.Free(offer);
        }
    }

    /// <summary>A customer who was called and is lost through no fault of theirs is called again; whether that is so.</summary>
    public static bool CallsAgain(this Decision now, Caller caller, string why)
    {
        if (caller is not { Callback.Reached: true, Talk: null, State: CallerState.Waiting or CallerState.Connecting, Queue: { } queue }
            || now.State.RequestOf(queue, caller.Number) is not null)
        {
            return false;
        }

        var ringing = now.OfferTo(caller);
        var connecting = caller.State is CallerState.Connecting { Offer: var number } ? now.Offer(number) : null;
        caller = caller.Without(ringing, now.At, OfferOutcome.Withdrawn) with { Away = null, Reach = null };
        now.RestOrClose(caller with { Callback = caller.Callback! with { Reached = false } }, why);
        if (ringing is not null)
        {
            now.PassOn(ringing);
        }
        else if (connecting is not null)
        {
            now.ConnectFirst(connecting);
        }

        return true;
    }

    /// <summary>Another switch calls for one that is not there.</summary>
    public static void MoveRequestsTo(this Decision now, string node)
    {
        foreach (var caller in now.RequestsInOrder().Select(call => now.Caller(call)!))
        {
            if (!now.State.Nodes.Contains(caller.Call.Node) && caller is { State: CallerState.Waiting { Offer: null }, Guest: null })
            {
                now.Remove(caller);
                now.Set(caller with { Call = caller.Call with { Node = node } });
            }
        }
    }

    public static Offer? OfferDialledFor(this Decision now, Caller caller) =>
        caller.State is CallerState.Dialled { Offer: var number } ? now.Offer(number) : null;

    /// <summary>There is nobody for the agent any more, who is not to blame and keeps the turn, without a wrap-up.</summary>
    public static void Free(this Decision now, Offer offer)
    {
        if (offer.State == OfferState.Orphaned)
        {
            return;
        }

        if (offer.State == OfferState.Calling && !now.State.Nodes.Contains(offer.Leg.Node))
        {
            now.Orphan(offer);
            return;
        }

        if (offer.State == OfferState.Calling)
        {
            now.Emit(new Effect.HangUp(offer.Leg, HangupCause.NormalClearing));
        }

        now.Remove(offer);
        now.GiveBack(offer.Agent);
    }

    static void RestOrClose(this Decision now, Caller caller, string why)
    {
        var (callback, settings) = (caller.Callback!, now.Settings(caller.Queue!).Callback);
        now.Set(caller.With(now.At, JourneyEvent.NotReached, detail: $"{callback.Attempts}: {why}") with
        {
            // The next call is another one.
            ToldOfRecording = false,
            State = new CallerState.Waiting(null),
            Guest = null,
            Callback = settings is null ? callback : callback.Resting(CallbackRest.Pause, now.At + settings.Pause, settings.Hours, now.At),
        });
        if (settings is null || callback.Attempts >= settings.Attempts)
        {
            now.Close(now.Caller(caller.Call)!, settings is null ? CallbackEnd.NoLongerOffered : CallbackEnd.AttemptsUsedUp);
        }
    }

    static void RingReserved(this Decision now, Offer offer, Caller caller)
    {
        var settings = now.Settings(offer.Queue);
        offer = offer with { State = OfferState.Ringing, Since = now.At, Until = now.At + settings.RingTime + Grace };
        now.Set(offer);
        now.Assign(caller, offer);
        now.Emit(new Effect.Ring(offer.Number, Offering.DialFor(now.Agent(offer.Agent)!, caller, offer.Leg, settings, offer.Number)));
    }

    static void Dial(this Decision now, Caller caller, Offer offer)
    {
        var settings = now.Settings(caller.Queue!).Callback!;
        var attempts = caller.Callback!.Attempts + 1;
        caller = caller.With(now.At, JourneyEvent.CalledBack, offer.Agent, $"{attempts}") with
        {
            Callback = caller.Callback with { Attempts = attempts, HoursEnd = null },
        };
        var guest = now.Attempt(caller);
        now.Set(guest);
        now.Set(caller with { State = new CallerState.Dialled(offer.Number), Guest = guest.Number });
        now.Emit(new Effect.Invite(guest.Number, new Dial(
            guest.Leg, now.NumberOutside(caller.Number), settings.RingTime, settings.ShownNumber ?? "", "", CallMemory.Of(caller, withPlace: true))
        {
            ArrivesAt = caller.Dialled.Length > 0 ? caller.Dialled : settings.ShownNumber ?? caller.Number,
        }));
    }

    static Guest Attempt(this Decision now, Caller caller)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number };
        var until = now.At + (now.Settings(caller.Queue!).Callback?.RingTime ?? TimeSpan.Zero) + Grace;
        return new Guest(number, caller.Call, caller.Call, caller.Number, null, GuestPurpose.Callback, GuestState.Ringing, now.At, until);
    }

    static DateTimeOffset LeaseOf(this Decision now, Caller caller) => now.At + now.Settings(caller.Queue!).Callback!.RingTime + Grace + Spare;
}

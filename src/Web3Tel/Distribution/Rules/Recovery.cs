using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Distribution.Rules;

/// <summary>What we know and what the switch knows are made to agree, after a restart of either or of the network between.</summary>
static class Recovery
{
    /// <summary>A survey may have been taken just before what it does not show.</summary>
    public static readonly TimeSpan SurveyAge = TimeSpan.FromSeconds(5);

    public static readonly HangupCause Unknown = new("UNSPECIFIED");

    /// <summary>A new life of the service: every caller is out of sight, everything that rang is uncertain; conversations go on.</summary>
    public static void BeginAnew(this Decision now, Guid instance)
    {
        now.State = now.State with { Instance = instance, WakeAt = null };
        now.SetNodes(now.State.Nodes.Clear());
        foreach (var offer in now.State.Offers.Values)
        {
            if (offer.State is OfferState.Ringing or OfferState.Whispering or OfferState.Calling or OfferState.Connecting)
            {
                now.Orphan(offer);
            }
            else if (offer is { State: OfferState.Talking, Lost: { } cause })
            {
                // The caller needs time to come to this life.
                now.AwaitCaller(offer, cause);
            }
            else if (offer is { State: OfferState.Talking, Until: null })
            {
                // Of a service that asked after nobody.
                now.TalkOn(offer);
            }
            else if (offer.State == OfferState.Reserved)
            {
                now.Remove(offer);
                now.GiveBack(offer.Agent);
            }
        }

        now.ForsakeGuests();
        now.ForsakeOutgoing();
        foreach (var caller in now.CallersInOrder().Where(caller => !caller.IsRequest))
        {
            if (caller.State is CallerState.Talking talking && now.Offer(talking.Offer) is { State: OfferState.Held or OfferState.Resuming })
            {
                now.Set(now.Absent(caller));
            }
            else if (caller.State is CallerState.Arrived or CallerState.Waiting or CallerState.Connecting or CallerState.Transferring or CallerState.SentOn)
            {
                now.Set(now.Absent(caller.With(now.At, JourneyEvent.LostSight, detail: "The service restarted.")) with
                {
                    State = now.AfterRestart(caller.State),
                    Reach = null,
                });
            }
        }
    }

    public static void LoseNode(this Decision now, string node) => now.SetNodes(now.State.Nodes.Remove(node));

    public static void Reconcile(this Decision now, Event.NodeSurveyed survey)
    {
        now.Gather(now.State.Queues.Keys);
        var live = new Dictionary<CallRef, LiveCall>();
        foreach (var call in survey.Calls)
        {
            live[call.Ref] = call;
        }

        now.SetNodes(now.State.Nodes.Add(survey.Node));
        now.MoveRequestsTo(survey.Node);
        now.EndWhatWasToEnd(survey.Node, live);
        now.ForgetDevices();
        now.FindOutsideCalls(survey);
        var offers = now.State.Offers.Values.Where(offer => offer.Leg.Node == survey.Node).ToArray();
        foreach (var offer in offers)
        {
            now.FindConversation(offer, live);
        }

        foreach (var guest in now.State.Guests.Values.Where(guest => guest.Leg.Node == survey.Node).ToArray())
        {
            now.FindGuest(guest, live);
        }

        foreach (var outgoing in now.State.OutgoingCalls.Values.Where(outgoing => outgoing.Call.Node == survey.Node).ToArray())
        {
            now.Find(outgoing, live);
        }

        foreach (var caller in now.CallersInOrder().Where(caller => caller.Call.Node == survey.Node))
        {
            now.FindCaller(caller, live);
        }

        foreach (var offer in offers)
        {
            if (now.Offer(offer.Number) is { State: OfferState.Orphaned } orphan)
            {
                if (live.ContainsKey(orphan.Leg))
                {
                    now.Repaired(Repair.KeptPhone);
                }

                now.EndOrphan(orphan, live.ContainsKey(orphan.Leg));
            }
        }

        now.KeepPauses(survey.Node);
        now.ServeGathered();
    }

    /// <summary>Otherwise an agent whose caller hung up meanwhile would be kept on the line in silence, and found busy by the next call.</summary>
    static void EndWhatWasToEnd(this Decision now, string node, Dictionary<CallRef, LiveCall> live)
    {
        // In an order of its own: the set's differs from one life of the service to the next.
        foreach (var call in now.State.ToEnd.Where(call => call.Node == node).OrderBy(call => call.Id, StringComparer.Ordinal).ToArray())
        {
            now.State = now.State with { ToEnd = now.State.ToEnd.Remove(call) };
            if (live.ContainsKey(call))
            {
                now.Repaired(Repair.KeptPhone);
                now.Emit(new Effect.HangUp(call, HangupCause.NormalClearing));
            }
        }
    }

    static void FindConversation(this Decision now, Offer offer, Dictionary<CallRef, LiveCall> live)
    {
        var with = live.GetValueOrDefault(offer.Leg)?.BridgedTo;
        switch (offer.State)
        {
            case OfferState.Talking when with == offer.Call && live.ContainsKey(offer.Call):
                now.Follow(offer, live);
                break;
            case OfferState.Talking when offer.Lost is not null || now.At - offer.Since > SurveyAge || HasLostPhone(offer, live):
                now.EndLostConversation(offer, live);
                break;
            case OfferState.Talking:
                now.AskAfter(offer);
                break;
            case OfferState.Connecting when with == offer.Call:
                now.Repaired(Repair.LostJoin);
                now.BeginTalk(offer);
                now.Follow(offer, live);
                break;
            case OfferState.Orphaned when with is { } call && live.ContainsKey(call) && now.CanAdopt(call):
                now.Repaired(Repair.LostJoin);
                now.Adopt(offer, now.Caller(call)!);
                now.Follow(offer with { Call = call }, live);
                break;
            case OfferState.Held or OfferState.Resuming when with == offer.Call && live.ContainsKey(offer.Call):
                now.Repaired(Repair.LostJoin);
                now.Set(now.Caller(offer.Call)! with { Away = null });
                now.Resumed(offer);
                now.Follow(offer, live);
                break;
            case OfferState.Held or OfferState.Resuming when live.TryGetValue(offer.Leg, out var leg):
                now.Emit(new Effect.Follow(leg, IsLeg: true));
                break;
            case OfferState.Held or OfferState.Resuming when live.ContainsKey(offer.Call):
                now.Repaired(Repair.LostConversation);
                now.ReturnToQueue(offer, legLives: false, "The operator has gone.");
                break;
            case OfferState.Held or OfferState.Resuming when now.At - (offer.HeldSince ?? offer.Since) > SurveyAge:
                now.Repaired(Repair.LostConversation);
                now.EndConversation(offer, EndedBy.Unknown, Unknown);
                break;
            case OfferState.Held or OfferState.Resuming or OfferState.Connecting or OfferState.Orphaned or OfferState.Ringing or OfferState.Whispering
                or OfferState.Reserved or OfferState.Calling:
                break;
        }
    }

    /// <summary>
    /// A conversation too young to be in the survey. After a restart nobody watches it: both legs are followed, and one that is gone says so.
    /// Without this it would never end (seen on a real FreeSWITCH). Those who are watched are asked after.
    /// </summary>
    static void AskAfter(this Decision now, Offer offer)
    {
        now.AskAfterTalk(offer);
        if (now.Caller(offer.Call) is { } caller)
        {
            now.Emit(new Effect.Follow(new LiveCall(offer.Call, caller.Arrived, offer.Leg, caller.Number, caller.Name, caller.Dialled), IsLeg: false));
            now.Emit(new Effect.Follow(new LiveCall(offer.Leg, offer.Since, offer.Call, caller.Number, caller.Name, caller.Dialled), IsLeg: true));
        }
    }

    static bool CanAdopt(this Decision now, CallRef call) =>
        now.Caller(call)?.State is CallerState.Waiting;

    /// <summary>The two were joined while we did not look.</summary>
    static void Adopt(this Decision now, Offer offer, Caller caller)
    {
        var ringing = now.OfferTo(caller);
        now.Set(caller.Without(ringing, now.At, OfferOutcome.Withdrawn));
        now.Set(offer with { Call = caller.Call });
        now.BeginTalk(now.Offer(offer.Number)!);
        if (ringing is not null)
        {
            now.PassOn(ringing);
        }
    }

    static void Follow(this Decision now, Offer offer, Dictionary<CallRef, LiveCall> live)
    {
        now.Emit(new Effect.Follow(live[offer.Call], IsLeg: false));
        now.Emit(new Effect.Follow(live[offer.Leg], IsLeg: true));
    }

    /// <summary>A recording ends with the call it is of: one that is ended by us only now has run on.</summary>
    public static void RepairedRecording(this Decision now, Talk? talk)
    {
        if (talk?.Recording is not null)
        {
            now.Repaired(Repair.RunningRecording);
        }
    }

    /// <summary>The caller's own call says so, of this very conversation: what an earlier one has left there is taken out before two are joined.</summary>
    static bool HasLostPhone(Offer offer, Dictionary<CallRef, LiveCall> live) =>
        !live.ContainsKey(offer.Leg) && live.GetValueOrDefault(offer.Call) is { BridgedTo: null, TalkEnded.IsOfLostPhone: true };

    static void EndLostConversation(this Decision now, Offer offer, Dictionary<CallRef, LiveCall> live)
    {
        if (offer.OutlivesPhone && !live.ContainsKey(offer.Leg) && live.GetValueOrDefault(offer.Call) is { } left && (left.TalkEnded ?? offer.Lost) is { IsOfLostPhone: true } cause)
        {
            now.Repaired(Repair.LostPhone);
            now.Set(now.Absent(now.Caller(offer.Call)!));
            now.LosePhone(offer, cause);
            return;
        }

        now.Repaired(live.ContainsKey(offer.Call) && live.ContainsKey(offer.Leg) ? Repair.PartedConversation : Repair.LostConversation);
        if (live.ContainsKey(offer.Call) && !live.ContainsKey(offer.Leg) && now.StepAfter(offer) is { } step)
        {
            now.GoOnAfterTalk(offer, step);
        }
        else if (live.ContainsKey(offer.Call))
        {
            now.RepairedRecording(now.Caller(offer.Call)!.Talk);
            now.EndConversation(offer, EndedBy.Unknown);
        }
        else
        {
            now.EndConversation(offer, EndedBy.Unknown, Unknown);
        }
    }

    /// <summary>
    /// A caller who is out of sight is alive, and expected back, or gone. One whose connection we hold is not judged:
    /// that connection knows better than a survey taken a moment ago.
    /// </summary>
    static void FindCaller(this Decision now, Caller caller, Dictionary<CallRef, LiveCall> live)
    {
        var found = live.GetValueOrDefault(caller.Call);
        switch (caller)
        {
            case { IsRequest: true }:
                now.FindRequest(caller, found);
                break;
            case { State: CallerState.Leaving leaving } when found is null:
                now.Repaired(Repair.GhostCaller);
                now.Conclude(caller, leaving.Result, leaving.By, Unknown);
                break;
            case { State: CallerState.Talking talking, Away: not null } when found is null && now.At - caller.Journey[0].At > SurveyAge:
                now.Repaired(Repair.LostConversation);
                now.EndConversation(now.Offer(talking.Offer)!, EndedBy.Unknown, Unknown);
                break;
            case { State: CallerState.Connecting or CallerState.Talking or CallerState.Outside or CallerState.Leaving } or { Away: null }:
                break;
            case { Away: not null, State: CallerState.Waiting } when found is null && now.CallsAgain(caller, "The call was lost."):
                break;
            case { Away: not null } when found is null && now.At - caller.Journey[0].At > SurveyAge:
                var result = caller.State switch
                {
                    CallerState.Waiting => CallResult.Abandoned,
                    CallerState.SentOn => caller.ResultAfterQueue(),
                    _ => CallResult.NotQueued,
                };
                now.Repaired(Repair.GhostCaller);
                now.Conclude(caller, result, EndedBy.Unknown, Unknown);
                break;
            case { Away: not null } when found is null:
                // Called perhaps after the survey was begun.
                now.Set(now.Absent(caller));
                now.Inquire(caller.Call);
                break;
            case { Away: not null } when found?.BridgedTo is not null:
                // In a conversation we know nothing of: not to be waited for.
                now.Set(caller with { Away = caller.Away with { ReturnBy = null } });
                break;
            default:
                now.Set(now.Absent(caller));
                break;
        }
    }

    static void SetNodes(this Decision now, ImmutableSortedSet<string> nodes)
    {
        if (ReferenceEquals(nodes, now.State.Nodes))
        {
            return;
        }

        var before = now.State.Nodes;
        now.State = now.State with { Nodes = nodes };
        foreach (var caller in now.CallersInOrder())
        {
            now.State = now.State.Move(caller, caller.StandingOn(before), caller, caller.StandingOn(nodes));
        }
    }

    public static IEnumerable<Caller> CallersInOrder(this Decision now) => now.State.Callers.Values.OrderBy(caller => caller.Sequence);
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Queues that ring several phones for one caller. One phone leads for each caller, as in every queue. The others ring along for whoever
/// is the first of those their agents may have: which caller that is need not be told to each of them when it changes. A phone rings along only while another leads.
/// </summary>
static class RingingAlong
{
    /// <summary>More phones ring for the first callers, as many as the strategy says.</summary>
    public static void RingAlong(this Decision now, QueueSettings queue)
    {
        while (queue.RingsSeveral && now.NextAlong(queue.Name) is var (agent, caller))
        {
            now.Ring(agent, caller, along: true);
        }
    }

    /// <summary>The queue that rings the agent's phone, or another in turn before it, beside those that ring: the heaviest, then the longest wait.</summary>
    public static string? FirstToRingAlongFor(this Decision now, Agent agent)
    {
        (string Name, int Weight, Place First)? best = null;
        foreach (var name in agent.Settings.Queues)
        {
            if (now.NextAlong(name) is var (_, caller))
            {
                var weight = now.Settings(name).Weight;
                if (best is not { } other || weight > other.Weight || (weight == other.Weight && caller.Place.CompareTo(other.First) < 0))
                {
                    best = (name, weight, caller.Place);
                }
            }
        }

        return best?.Name;
    }

    /// <summary>
    /// Callers for whom no phone rings have those that ring along already, but none behind one who is expected back. Whoever rings along for
    /// nobody after that stops.
    /// </summary>
    public static void LetThoseAlongLead(this Decision now, string name)
    {
        while (now.FirstAlong(now.State.Queues[name]) is var (offer, caller))
        {
            now.TakeLead(offer, caller);
        }

        // Of a switch that is away nothing is known: what rings there ends by itself, or by the next survey.
        foreach (var node in now.State.Nodes)
        {
            now.EndNeedless(name, node, OfferOutcome.Withdrawn);
        }
    }

    /// <summary>
    /// An agent has answered. An offer that rang along changes places with the phone of the first caller nobody has answered yet, which
    /// rings along from now on.
    /// </summary>
    public static void AnswerAmongOthers(this Decision now, Offer offer)
    {
        now.EndUnanswered(offer.Agent);
        var caller = offer.Along ? now.State.FirstUnanswered(offer) : null;
        // No longer one of the phones that just ring.
        offer = offer with { State = OfferState.Connecting };
        if (caller is not null)
        {
            now.TakeLead(offer, caller);
        }
        else
        {
            now.Set(offer with { Along = false });
        }

        var nobodyLeft = offer.Along && caller is null;
        offer = now.Offer(offer.Number)!;
        if (!nobodyLeft && now.Settings(offer.Queue).Whispers)
        {
            now.BeginWhisper(offer);
        }
        else
        {
            now.ConnectFirst(offer);
        }
    }

    /// <summary>The caller of the offer has left: it rings along for others, or has what another phone rings for if it has been answered.</summary>
    /// <returns>Whether all is done about it; otherwise it is to be withdrawn.</returns>
    public static bool GoesOnAmongOthers(this Decision now, Offer offer, OfferOutcome why)
    {
        if (offer.Level == 0)
        {
            return false;
        }

        var rings = offer.State == OfferState.Ringing;
        if (rings)
        {
            offer = offer with { Along = true };
            now.Set(offer);
        }

        if (now.State.FirstUnanswered(offer) is not { } first)
        {
            if (rings)
            {
                now.EndNeedless(offer, why);
            }

            return rings;
        }

        if (!rings)
        {
            now.TakeLead(offer, first);
        }
        else if (offer.Level > now.HighestLevel(now.State.Queues[offer.Queue], first))
        {
            return false;
        }
        else
        {
            now.Set(first.With(now.At, JourneyEvent.Offered, offer.Agent));
            now.Set(offer with { Call = first.Call });
        }

        now.EndNeedless(offer, rings ? why : OfferOutcome.AnsweredElsewhere);
        if (why == OfferOutcome.Withdrawn)
        {
            // Another is the first now. After an answer the queue is served anyway.
            now.ServeQueue(offer.Queue);
        }

        return true;
    }

    /// <summary>On the offer's switch, it being one of them or not, the phones that ring along for nobody any more stop ringing.</summary>
    public static void EndNeedless(this Decision now, Offer offer, OfferOutcome outcome)
    {
        if (offer.Level > 0)
        {
            now.EndNeedless(offer.Queue, offer.Leg.Node, outcome);
        }
    }

    /// <remarks>Looks at each of them where nobody waits whom any agent may have.</remarks>
    static void EndNeedless(this Decision now, string name, string node, OfferOutcome outcome)
    {
        var queue = now.State.Queues[name];
        if (queue.Along.IsEmpty || queue.Anybody.Present.Any(place => place.Call.Node == node && now.State.IsUnanswered(now.Caller(place.Call)!)))
        {
            return;
        }

        now.Stop(
            [
                .. queue.Along.Select(rung => now.Offer(rung.Offer)!)
                    .Where(along => along.Leg.Node == node
                        && now.State.FirstUnanswered(along) is null
                        && now.NextFor(name, now.Agent(along.Agent)!, node) is null),
            ],
            outcome);
    }

    /// <summary>The caller it began to ring for is told how it ended, or the one it rings for by now of one who did not take it.</summary>
    public static void ReleaseAlong(this Decision now, Offer offer, OfferOutcome outcome)
    {
        var began = now.Caller(offer.Call) is { State: CallerState.Waiting or CallerState.Connecting, Away: null } own && own.Queue == offer.Queue ? own : null;
        if ((began ?? (outcome.IsInVain() ? now.State.FirstUnanswered(offer) : null)) is { } caller)
        {
            now.Set(caller.After(offer, now.At, outcome));
        }
    }

    /// <summary>The strategy may have changed while phones ring: none rings along where each caller has one, and the others are counted where not.</summary>
    public static void SettleRinging(this Decision now)
    {
        var needless = new List<Offer>();
        foreach (var offer in now.State.Offers.Values.Where(offer => offer.State is OfferState.Ringing or OfferState.Whispering or OfferState.Connecting))
        {
            var queue = now.State.Queues[offer.Queue];
            var several = queue is { Open: true, Settings.RingsSeveral: true };
            if (!several && offer.Along)
            {
                needless.Add(offer);
            }
            else if (several != offer.Level > 0)
            {
                now.Set(offer with { Level = several ? now.Agent(offer.Agent)!.Settings.TierIn(offer.Queue).Level : 0 });
            }

            if (now.Caller(offer.Call) is { State: CallerState.Waiting waiting } caller && waiting.Offer == offer.Number)
            {
                now.Set(caller with { Reach = now.ReachOf(caller, now.Offer(offer.Number)!) });
            }
        }

        now.Stop(needless, OfferOutcome.Withdrawn);
    }

    /// <summary>
    /// Whose phone is to ring along next, and for whom: for the first of those who may have the same agents, the earlier ones before.
    /// </summary>
    static (Agent Agent, Caller Caller)? NextAlong(this Decision now, string name)
    {
        if (now.State.Queues.GetValueOrDefault(name) is not { Open: true, Leading.IsEmpty: false, Ready.IsEmpty: false } queue
            || now.NextPair(queue) is not null)
        {
            return null;
        }

        foreach (var caller in queue.Crowds.Select(now.State.FirstUnanswered).OfType<Caller>().OrderBy(caller => caller.Place))
        {
            if (now.AgentAlong(queue, caller) is { } agent)
            {
                return (agent, caller);
            }
        }

        return null;
    }

    static Agent? AgentAlong(this Decision now, Queue queue, Caller caller)
    {
        if (now.AgentFor(queue, caller) is not { } next)
        {
            return null;
        }

        if (queue.Settings.Strategy == Strategy.RingProgressively)
        {
            return now.RingsForMore(queue, caller) ? next : null;
        }

        // Of the level that rings everybody does, also who has had the caller in vain.
        var ready = queue.CandidatesFor(caller.Profile);
        if (LevelOf(next) > ready.First.Level)
        {
            next = ready.InTurn(ready.First).Select(turn => now.Agent(turn.Agent)!).First(agent => !queue.IsHeld(agent, caller.Place));
        }

        return LevelOf(next) <= now.HighestLevel(queue, caller) ? next : null;

        int LevelOf(Agent agent) => agent.Settings.TierIn(queue.Settings.Name).Level;
    }

    /// <summary>Whether fewer phones ring of those whose agents may have the caller than are to by now.</summary>
    static bool RingsForMore(this Decision now, Queue queue, Caller caller)
    {
        var most = (caller.Reach?.Phones ?? queue.Settings.RingFirst) - 1;
        return queue.Along.Count < most || now.Along(queue, caller.Profile).Take(most).Count() < most;
    }

    /// <summary>
    /// Where all ring, they are those of the lowest level on which any agent rings who may have the caller; where more and more do, the next
    /// level comes when one is used up.
    /// </summary>
    static int HighestLevel(this Decision now, Queue queue, Caller caller) => queue.Settings.Strategy != Strategy.RingAll ? int.MaxValue
        : Math.Min(now.Lowest(queue, queue.Leading, caller.Profile), now.Lowest(queue, queue.Along, caller.Profile));

    static int Lowest(this Decision now, Queue queue, ImmutableSortedSet<Rung> rungs, Profile profile) =>
        now.Of(queue, rungs, profile).Select(rung => (int?)rung.Level).FirstOrDefault() ?? int.MaxValue;

    static IEnumerable<Rung> Along(this Decision now, Queue queue, Profile profile) => now.Of(queue, queue.Along, profile);

    static IEnumerable<Rung> Of(this Decision now, Queue queue, ImmutableSortedSet<Rung> rungs, Profile profile) =>
        rungs.Where(rung => queue.May(now.Agent(now.Offer(rung.Offer)!.Agent)!, profile));

    /// <remarks>Walks past those whose agents may have none of the callers for whom no phone rings.</remarks>
    static (Offer Offer, Caller Caller)? FirstAlong(this Decision now, Queue queue)
    {
        if (queue.Crowds.All(crowd => crowd.Unoffered.IsEmpty) && queue.Loyal.IsEmpty)
        {
            return null;
        }

        foreach (var rung in queue.Along)
        {
            var offer = now.Offer(rung.Offer)!;
            if (now.NextFor(offer.Queue, now.Agent(offer.Agent)!, offer.Leg.Node) is { } place)
            {
                return (offer, now.Caller(place.Call)!);
            }
        }

        return null;
    }

    /// <summary>The offer is the caller's own from now on, and the one that was rings along.</summary>
    static void TakeLead(this Decision now, Offer offer, Caller caller)
    {
        if (now.OfferTo(caller) is { } other)
        {
            now.Set(other with { Along = true });
        }

        if (offer.Along && offer.Call != caller.Call)
        {
            now.ReleaseAlong(offer, OfferOutcome.Reassigned);
        }

        now.Assign(now.Caller(caller.Call)!, offer);
    }

    /// <summary>All of them stop before any of their agents is offered to anybody, who keep their turns.</summary>
    static void Stop(this Decision now, List<Offer> offers, OfferOutcome outcome)
    {
        if (offers.Count == 0)
        {
            return;
        }

        var serves = now.Gathered is null;
        if (serves)
        {
            now.Gather();
        }

        foreach (var offer in offers)
        {
            now.Remove(offer);
            now.Emit(new Effect.Withdraw(offer.Number, outcome == OfferOutcome.AnsweredElsewhere));
            now.Release(offer, outcome);
            now.GiveBack(offer.Agent);
        }

        if (serves)
        {
            now.ServeGathered();
        }
    }
}

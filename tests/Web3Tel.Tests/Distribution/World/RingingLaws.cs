using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Distribution;
using Web3Tel.Queues;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold where several phones ring for one caller.</summary>
static class RingingLaws
{
    public static void SeveralPhonesRing(this Laws laws, CallCenter before, CallCenter state)
    {
        foreach (var queue in state.Queues.Values)
        {
            laws.RungPhonesAreKnown(state, queue);
            laws.NobodyRingsAlongInVain(state, queue);
            laws.AsManyRingAsTheStrategySays(before, state, queue);
        }

        laws.WhoIsGivenBackKeepsTheTurn(before, state);
    }

    /// <summary>A queue that rings several knows exactly the phones that ring, and any other queue has none that rings along.</summary>
    static void RungPhonesAreKnown(this Laws laws, CallCenter state, Queue queue)
    {
        var several = queue is { Open: true, Settings.Strategy: Strategy.RingAll or Strategy.RingProgressively };
        var ringing = state.Offers.Values.Where(offer => offer.Queue == queue.Settings.Name && offer.State == OfferState.Ringing).ToArray();
        var leading = ringing.Where(offer => several && !offer.Along).Select(offer => offer.Number);
        if (!queue.Leading.Select(rung => rung.Offer).Order().SequenceEqual(leading)
            || !queue.Along.Select(rung => rung.Offer).Order().SequenceEqual(ringing.Where(offer => offer.Along).Select(offer => offer.Number))
            || (!several && !queue.Along.IsEmpty))
        {
            laws.Broken($"{queue.Settings.Name} ({queue.Settings.Strategy}) takes {queue.Leading.Count} and {queue.Along.Count} phones for ringing, of {ringing.Length}");
        }
    }

    /// <summary>
    /// Where a phone rings along, a caller waits whom nobody has answered and its agent may have, and none has none while it does, but behind one
    /// who is expected back.
    /// </summary>
    static void NobodyRingsAlongInVain(this Laws laws, CallCenter state, Queue queue)
    {
        foreach (var offer in queue.Along.Select(rung => state.Offers[rung.Offer]).Where(offer => state.Nodes.Contains(offer.Leg.Node)))
        {
            var agent = state.Agents[offer.Agent];
            var callers = laws.Present(state, queue).Where(caller => caller.Call.Node == offer.Leg.Node).ToArray();
            if (!callers.Any(caller => IsUnanswered(state, caller) && (caller.Call == offer.Call || Matches.May(state, agent, caller))))
            {
                laws.Broken($"{offer.Agent} rings along in {queue.Settings.Name} and nobody waits for that");
            }

            if (callers.FirstOrDefault(caller => caller.State is CallerState.Waiting { Offer: null } && Matches.May(state, agent, caller)) is { } silent
                && !Matches.IsHeld(state, agent, silent))
            {
                laws.Broken($"{silent.Call.Id} of {queue.Settings.Name} has no phone while {offer.Agent} rings along");
            }
        }
    }

    /// <summary>Asked for the first of those who may have the same agents.</summary>
    static void AsManyRingAsTheStrategySays(this Laws laws, CallCenter before, CallCenter state, Queue queue)
    {
        if (queue is not { Open: true, Settings.Strategy: Strategy.RingAll or Strategy.RingProgressively })
        {
            return;
        }

        var begun = queue.Along.Where(rung => rung.Offer > before.OffersMade).ToHashSet();
        var allowances = new List<Func<bool>>();
        foreach (var first in laws.Present(state, queue).Where(caller => IsUnanswered(state, caller) && ProfileOf(caller).Agent is null).DistinctBy(ProfileOf))
        {
            var along = queue.Along.Where(Fits).ToArray();
            var lowest = queue.Leading.Where(Fits).Concat(along).Min(rung => (int?)rung.Level) ?? int.MaxValue;
            var most = queue.Settings.Strategy == Strategy.RingAll ? int.MaxValue : first.Reach?.Phones ?? 0;
            var silent = queue.Ready.Count(turn => (queue.Settings.Strategy == Strategy.RingProgressively || turn.Level <= lowest)
                && Matches.May(state, state.Agents[turn.Agent], first)
                && !Matches.IsHeld(state, state.Agents[turn.Agent], first));
            if (1 + along.Length < most && silent > 0)
            {
                laws.Broken($"{1 + along.Length} phones ring for {first.Call.Id} of {queue.Settings.Name}, and {silent} who are ready do not");
            }

            allowances.Add(() => begun.Count(Fits) < most
                && begun.RemoveWhere(rung => Fits(rung) && (queue.Settings.Strategy == Strategy.RingProgressively || rung.Level <= lowest)) > 0);

            bool Fits(Rung rung) => Matches.May(state, state.Agents[state.Offers[rung.Offer].Agent], first);
        }

        // Whose phone begins to ring for one who asks for more may be one that another may have, too: it counts for either, not for both.
        while (allowances.Any(takesSome => takesSome()))
        {
        }

        if (begun.Count > 0)
        {
            laws.Broken($"{begun.Count} phones begin to ring along in {queue.Settings.Name}, of level {begun.Min(rung => rung.Level)} and up, where none more may");
        }
    }

    /// <summary>Whose phone rang and who is ready, or rung again, in the next moment is as idle as before, and has not left anything unanswered.</summary>
    static void WhoIsGivenBackKeepsTheTurn(this Laws laws, CallCenter before, CallCenter state)
    {
        foreach (var (id, agent) in state.Agents)
        {
            if (ReferenceEquals(agent, before.Agents.GetValueOrDefault(id)) || before.Agents.GetValueOrDefault(id) is not { State: AgentState.Offered offered } was)
            {
                continue;
            }

            var idleSince = agent.State switch
            {
                AgentState.Ready ready => ready.Since,
                AgentState.Offered again => again.IdleSince,
                _ => offered.IdleSince,
            };
            if (idleSince != offered.IdleSince || (agent.State is AgentState.Ready && agent.Unanswered > was.Unanswered))
            {
                laws.Broken($"{id} was idle since {offered.IdleSince}, and after a ring since {idleSince} with {agent.Unanswered} unanswered");
            }
        }
    }

    static IEnumerable<Caller> Present(this Laws laws, CallCenter state, Queue queue) => laws.Roll.Of(state, queue)
        .Where(caller => caller.Away is null && state.Nodes.Contains(caller.Call.Node));

    static bool IsUnanswered(CallCenter state, Caller caller) =>
        caller.State is CallerState.Waiting { Offer: { } number } && state.Offers[number].State == OfferState.Ringing;

    static Profile ProfileOf(Caller caller) => caller.Wishes?.Profile ?? Profile.Anybody;
}

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

    /// <summary>Where a phone rings along, a caller waits whom nobody has answered, and none has none while it does, but behind one who is expected back.</summary>
    static void NobodyRingsAlongInVain(this Laws laws, CallCenter state, Queue queue)
    {
        foreach (var node in queue.Along.Select(rung => state.Offers[rung.Offer].Leg.Node).Where(state.Nodes.Contains).Distinct())
        {
            if (FirstUnanswered(state, queue) is null)
            {
                laws.Broken($"{queue.Along.Count} phones ring along in {queue.Settings.Name} and nobody waits for them");
            }

            if (!queue.Unoffered.IsEmpty && (queue.Expected.IsEmpty || queue.Unoffered.Min.CompareTo(queue.Expected.Min) < 0))
            {
                laws.Broken($"{queue.Unoffered.Count} callers of {queue.Settings.Name} have no phone while {queue.Along.Count} ring along");
            }
        }
    }

    static void AsManyRingAsTheStrategySays(this Laws laws, CallCenter before, CallCenter state, Queue queue)
    {
        if (FirstUnanswered(state, queue) is not { } first
            || !queue.Open
            || (!queue.Expected.IsEmpty && queue.Expected.Min.CompareTo(PlaceOf(queue, first)) < 0))
        {
            return;
        }

        var lowest = queue.Leading.Concat(queue.Along).Min(rung => (int?)rung.Level) ?? int.MaxValue;
        var most = queue.Settings.Strategy switch
        {
            Strategy.RingAll => int.MaxValue,
            Strategy.RingProgressively => first.Reach?.Phones ?? 0,
            _ => 1,
        };
        var silent = queue.Settings.Strategy == Strategy.RingAll ? queue.Ready.Count(turn => turn.Level <= lowest) : queue.Ready.Count;
        if (1 + queue.Along.Count < most && silent > 0)
        {
            laws.Broken($"{1 + queue.Along.Count} phones ring for the first of {queue.Settings.Name}, and {silent} who are ready do not");
        }

        var begun = queue.Along.Where(rung => rung.Offer > before.OffersMade).ToArray();
        if (begun.Length >= most)
        {
            laws.Broken($"{begun.Length} phones begin to ring along in {queue.Settings.Name}, where {most} may ring in all");
        }

        if (queue.Settings.Strategy == Strategy.RingAll && begun.Any(rung => rung.Level > lowest))
        {
            laws.Broken($"a phone of level {begun.Max(rung => rung.Level)} begins to ring along in {queue.Settings.Name} while one of level {lowest} rings");
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

    static Caller? FirstUnanswered(CallCenter state, Queue queue) => queue.Present.Select(place => state.Callers[place.Call]).FirstOrDefault(caller =>
        caller.State is CallerState.Waiting { Offer: { } number } && state.Offers[number].State == OfferState.Ringing);

    static Place PlaceOf(Queue queue, Caller caller) => queue.Present.First(place => place.Call == caller.Call);
}

using System.Collections.Immutable;
using System.Globalization;
using Web3Tel.Agents;
using Web3Tel.Callbacks;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>Who is offered to whom: the first in the queue of those an agent may have, to the agent whose turn it is.</summary>
static class Offering
{
    /// <summary>How much longer than the ring time an offer may go without a word from the switch.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>From now on whoever becomes free waits for <see cref="ServeGathered"/>.</summary>
    public static void Gather(this Decision now, params IEnumerable<string> queues) =>
        now.Gathered = queues.ToHashSet(StringComparer.Ordinal);

    /// <summary>Everybody who has become free is known: the queues offer their callers, the heaviest first.</summary>
    public static void ServeGathered(this Decision now)
    {
        var names = now.Gathered!;
        now.Gathered = null;
        QueueSettings[] heaviestFirst = [.. names.Select(now.Settings).OrderByDescending(queue => queue.Weight).ThenBy(queue => queue.Name, StringComparer.Ordinal)];
        foreach (var queue in heaviestFirst)
        {
            now.OfferCallers(now.State.Queues[queue.Name]);
        }

        // Only when no queue is left with a caller for whom no phone rings do more phones ring for one.
        foreach (var queue in heaviestFirst)
        {
            now.RingAlong(queue);
        }
    }

    /// <summary>Whoever becomes free by what is done is offered to nobody before all of it is done.</summary>
    public static void ServeAfter(this Decision now, Action all)
    {
        var serves = now.Gathered is null;
        if (serves)
        {
            now.Gather();
        }

        all();
        if (serves)
        {
            now.ServeGathered();
        }
    }

    /// <summary>Offers callers of the queue until either callers or agents run out.</summary>
    public static void ServeQueue(this Decision now, string name)
    {
        if (now.Gathered is { } gathered)
        {
            gathered.Add(name);
            return;
        }

        var queue = now.State.Queues[name];
        now.OfferCallers(queue);
        now.RingAlong(queue.Settings);
    }

    static void OfferCallers(this Decision now, Queue queue)
    {
        var name = queue.Settings.Name;
        if (!queue.Open)
        {
            now.Clear(queue);
            return;
        }

        if (!queue.Along.IsEmpty)
        {
            now.LetThoseAlongLead(name);
        }

        while (now.NextPair(now.State.Queues[name]) is { Agent: var agent, Caller: var caller })
        {
            now.Offer(agent, caller);
        }
    }

    /// <summary>
    /// An agent has become ready: the queues where somebody waits for that are served, the heaviest of the agent's first, and of those
    /// equally heavy the one whose caller waits longest. Whose turn it is they decide themselves: another may have become ready as well.
    /// </summary>
    public static void ServeAgent(this Decision now, string id)
    {
        if (now.Gathered is { } gathered)
        {
            gathered.UnionWith(now.Agent(id)!.Settings.Queues.Where(now.State.Queues.ContainsKey));
            return;
        }

        while (now.Agent(id) is { IsAvailable: true } agent && (now.FirstQueueOf(agent) ?? now.FirstToRingAlongFor(agent)) is { } queue)
        {
            now.ServeQueue(queue);
        }
    }

    static string? FirstQueueOf(this Decision now, Agent agent) => now.HeaviestQueueOf(agent, name => now.NextFor(name, agent, node: null));

    /// <summary>Of the agent's queues the heaviest in which there is such a caller; of those equally heavy the one whose caller stands first.</summary>
    /// <param name="first">The place of the caller in a queue; null for none.</param>
    public static string? HeaviestQueueOf(this Decision now, Agent agent, Func<string, Place?> first)
    {
        (string Name, int Weight, Place First)? heaviest = null;
        foreach (var name in agent.Settings.Queues)
        {
            if (first(name) is { } place)
            {
                var weight = now.Settings(name).Weight;
                if (heaviest is not { } best || weight > best.Weight || (weight == best.Weight && place.CompareTo(best.First) < 0))
                {
                    heaviest = (name, weight, place);
                }
            }
        }

        return heaviest?.Name;
    }

    public static Place? FirstOn(this ImmutableSortedSet<Place> places, string? node)
    {
        if (node is null)
        {
            return places.IsEmpty ? null : places.Min;
        }

        foreach (var place in places)
        {
            if (place.Call.Node == node)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The agent's phone rings, or is kept free while a customer is called back.</summary>
    static void Offer(this Decision now, Agent agent, Caller caller)
    {
        if (caller.IsRequest && now.Settings(caller.Queue!).Callback is { Order: CallbackOrder.CustomerFirst })
        {
            now.Reserve(agent, caller);
        }
        else
        {
            now.Ring(agent, caller, along: false);
        }
    }

    /// <param name="along">Whether beside the phone that rings for this caller already.</param>
    public static void Ring(this Decision now, Agent agent, Caller caller, bool along)
    {
        var number = now.State.OffersMade + 1;
        now.State = now.State with { OffersMade = number };
        var settings = now.Settings(caller.Queue!);
        var leg = new CallRef(caller.Call.Node, LegId.Of(now.State.Instance, number));
        var until = now.At + settings.RingTime + Grace;
        now.Set(new Offer(number, agent.Id, settings.Name, caller.Call, leg, OfferState.Ringing, now.At, until)
        {
            Along = along,
            Level = settings.RingsSeveral ? agent.Settings.TierIn(settings.Name).Level : 0,
        });
        var idleSince = agent.State is AgentState.Ready ready ? ready.Since : now.At;
        now.RememberRung(agent, idleSince, settings);
        now.Set(agent with
        {
            State = new AgentState.Offered(now.At, number, idleSince),
            Work = agent.Work with { LastOffer = number },
        });
        if (along)
        {
            now.Set(caller.With(now.At, JourneyEvent.Offered, agent.Id));
        }
        else
        {
            now.Assign(caller, now.Offer(number)!);
        }

        now.Emit(new Effect.Ring(number, DialFor(agent, caller, leg, settings, number)));
    }

    public static void RememberRung(this Decision now, Agent agent, DateTimeOffset idleSince, QueueSettings settings)
    {
        if (settings.Strategy == Strategy.Sequential)
        {
            var queue = now.State.Queues[settings.Name] with { LastRung = Turn.Of(agent, idleSince, settings) };
            now.State = now.State with { Queues = now.State.Queues.SetItem(settings.Name, queue) };
        }
    }

    /// <summary>The offer rings for this caller from now on.</summary>
    public static void Assign(this Decision now, Caller caller, Offer offer)
    {
        var knows = offer.Along && offer.Call == caller.Call;
        now.Set((knows ? caller : caller.With(now.At, JourneyEvent.Offered, offer.Agent)) with
        {
            State = new CallerState.Waiting(offer.Number),
            Reach = now.ReachOf(caller, offer),
        });
        now.Set(offer with { Call = caller.Call, Along = false });
        now.PrepareWhisper(offer, caller);
    }

    public static Dial DialFor(Agent agent, Caller caller, CallRef leg, QueueSettings queue, long number) => new(
        leg,
        agent.Settings.Destination,
        queue.RingTime,
        caller.Number,
        // No colon: FreeSWITCH takes what stands before one for something else, and the phone shows the rest only (seen on 1.10.12).
        LabelFor(caller, queue) is not { } label ? caller.Name : caller.Name.Length == 0 ? label : $"{label} - {caller.Name}",
        ImmutableDictionary<string, string>.Empty
            .Add(CallVariables.Agent, agent.Id)
            .Add(CallVariables.Queue, queue.Name)
            .Add(CallVariables.Offer, number.ToString(CultureInfo.InvariantCulture)))
    {
        AutoAnswer = agent.Settings.AutoAnswer,
    };

    static string? LabelFor(Caller caller, QueueSettings queue) =>
        caller.Callback is null ? queue.Label : queue.Callback?.Label ?? queue.Label;
}

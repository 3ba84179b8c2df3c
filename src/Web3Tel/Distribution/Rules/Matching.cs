using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>
/// Who may be offered to whom. A caller nobody free may have keeps nobody back; among those an agent may have the first is always the first.
/// Each question costs O(log n) for each distinct profile of those who wait.
/// </summary>
static class Matching
{
    public static bool May(this Queue queue, Agent agent, Profile profile) => profile.Agent is { } only
        ? only == agent.Id
        : agent.Settings.Skills.Meets(profile.Must)
            && (profile.Waits is null || agent.Settings.TierIn(queue.Settings.Name).Level <= queue.HighestLevel(profile));

    /// <summary>
    /// The first caller the agent may have and no phone rings for yet, unless one who came earlier, and whom the agent may have, is out of
    /// sight and expected back any moment.
    /// </summary>
    /// <param name="node">The switch the caller must be on, or null for any. With several switches this walks past those on others.</param>
    public static Place? NextFor(this Decision now, string name, Agent agent, string? node)
    {
        if (now.State.Queues.GetValueOrDefault(name) is not { Open: true } queue || queue.FirstFor(agent, crowd => crowd.Unoffered, node) is not { } first)
        {
            return null;
        }

        return queue.IsHeld(agent, first) ? null : first;
    }

    /// <summary>
    /// The caller an agent who has answered gets: the first of those the agent may have. The one the phone rings for is always among them,
    /// whatever has changed since.
    /// </summary>
    public static Place? FirstFor(this Decision now, Offer offer)
    {
        var first = now.State.Queues[offer.Queue].FirstFor(now.Agent(offer.Agent)!, crowd => crowd.Present, offer.Leg.Node);
        return Earlier(first, now.OwnPlace(offer));
    }

    /// <summary>The place of the caller the phone rings for; null when that caller has gone, or cannot be joined with anybody now.</summary>
    public static Place? OwnPlace(this Decision now, Offer offer) =>
        now.Caller(offer.Call) is { } own && now.OfferTo(own)?.Number == offer.Number && (own.StandingOn(now.State.Nodes) & Standing.Present) != 0
            ? own.Place
            : null;

    /// <summary>Those the agent may have, in order, on whatever switch; found as far as they are asked for.</summary>
    public static IEnumerable<Place> PresentFor(this Queue queue, Agent agent)
    {
        var crowds = queue.Crowds.Where(crowd => queue.May(agent, crowd.Profile));
        crowds = queue.Loyal.GetValueOrDefault(agent.Id) is { } loyal ? crowds.Append(loyal) : crowds;
        var heads = new PriorityQueue<IEnumerator<Place>, Place>();
        foreach (var crowd in crowds)
        {
            Next(crowd.Present.GetEnumerator());
        }

        while (heads.TryDequeue(out var head, out var place))
        {
            yield return place;
            Next(head);
        }

        void Next(IEnumerator<Place> places)
        {
            if (places.MoveNext())
            {
                heads.Enqueue(places, places.Current);
            }
        }
    }

    /// <summary>One who came before this place, and whom the agent may have, is expected back any moment.</summary>
    public static bool IsHeld(this Queue queue, Agent agent, Place place) =>
        !queue.Expected.IsEmpty
        && queue.Expected.Min.CompareTo(place) < 0
        && queue.FirstFor(agent, crowd => crowd.Expected, node: null)?.CompareTo(place) < 0;

    /// <summary>All agents who may have this caller are kept free for one who came before.</summary>
    /// <remarks>It is found out at once for those before who may have all the same agents: of the same profile, or any agents at all.</remarks>
    public static bool HoldsAll(this Queue queue, Caller caller)
    {
        if (queue.Expected.IsEmpty)
        {
            return false;
        }

        foreach (var crowd in queue.Crowds)
        {
            if (!crowd.Expected.IsEmpty && crowd.Expected.Min.CompareTo(caller.Place) < 0 && (ReferenceEquals(crowd, queue.Anybody) || crowd.Profile == caller.Profile))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first caller of the queue for whom no phone rings and an agent is ready, and which agent it is.</summary>
    public static (Agent Agent, Caller Caller)? NextPair(this Decision now, Queue queue)
    {
        if (queue.Ready.IsEmpty)
        {
            return null;
        }

        if (queue.Expected.IsEmpty)
        {
            return queue.FirstServable() is { } first ? now.PairOf(queue, first) : null;
        }

        foreach (var place in queue.Heads())
        {
            if (now.PairOf(queue, place) is { } pair)
            {
                return pair;
            }
        }

        return null;
    }

    static (Agent Agent, Caller Caller)? PairOf(this Decision now, Queue queue, Place place) =>
        now.Caller(place.Call) is { } caller && now.AgentFor(queue, caller) is { } agent ? (agent, caller) : null;

    static Place? FirstServable(this Queue queue)
    {
        Place? first = queue.Called.IsEmpty ? null : queue.Called.Min;
        foreach (var crowd in queue.Crowds)
        {
            if (!crowd.Unoffered.IsEmpty
                && (first is not { } best || crowd.Unoffered.Min.CompareTo(best) < 0)
                && (ReferenceEquals(crowd.Profile, Profile.Anybody) || !queue.CandidatesFor(crowd.Profile).IsEmpty))
            {
                first = crowd.Unoffered.Min;
            }
        }

        return first;
    }

    /// <summary>The first of each crowd, in order: those behind them may have the same agents, and are no better off.</summary>
    static IEnumerable<Place> Heads(this Queue queue) =>
        queue.Called.Concat(queue.Crowds.Where(crowd => !crowd.Unoffered.IsEmpty).Select(crowd => crowd.Unoffered.Min)).Order();

    static Place? FirstFor(this Queue queue, Agent agent, Func<Crowd, ImmutableSortedSet<Place>> which, string? node)
    {
        Place? first = null;
        foreach (var crowd in queue.Crowds)
        {
            var places = which(crowd);
            if (!places.IsEmpty && (first is not { } best || places.Min.CompareTo(best) < 0) && queue.May(agent, crowd.Profile))
            {
                first = Earlier(first, places.FirstOn(node));
            }
        }

        return queue.Loyal.GetValueOrDefault(agent.Id) is { } loyal ? Earlier(first, which(loyal).FirstOn(node)) : first;
    }

    static Place? Earlier(Place? one, Place? other) => one is { } a && other is { } b ? (a.CompareTo(b) < 0 ? one : other) : one ?? other;
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>
/// Keeps a queue's callers apart by whom they may be offered to. A change of one caller costs O(log n); a change of one agent that
/// for each crowd.
/// </summary>
static class Crowds
{
    /// <summary>
    /// So many crowds without callers are kept: who comes next with the same profile finds the ready agents in order. Only callers of a new
    /// profile cost as much as there are ready agents.
    /// </summary>
    const int MostEmpty = 32;

    public static Queue WithCaller(this CallCenter state, Queue queue, Profile profile, Func<Crowd, Crowd> change) =>
        profile.Agent is { } agent ? state.WithLoyal(queue, agent, change) : state.WithCrowd(queue, profile, change);

    /// <summary>The agent can be offered callers of the queue from now on.</summary>
    public static Queue WithReady(this Queue queue, Agent agent, DateTimeOffset since) =>
        queue.WithTurns(agent, since, (ready, turn) => ready.Add(turn)).WithCalled(agent.Id, wasReady: false, isReady: true, queue.Loyal);

    /// <summary>The agent who could be offered callers of the queue no longer can.</summary>
    public static Queue WithoutReady(this Queue queue, Agent agent, DateTimeOffset since) =>
        queue.WithTurns(agent, since, (ready, turn) => ready.Remove(turn)).WithCalled(agent.Id, wasReady: true, isReady: false, queue.Loyal);

    /// <summary>The ready agents in the order of another strategy.</summary>
    public static Queue InOrderOf(this CallCenter state, Queue queue, QueueSettings settings) => queue with
    {
        Crowds = [.. queue.Crowds.Select(crowd => crowd with { Ready = state.InOrder(crowd.Ready, settings, crowd.Profile) })],
    };

    public static Crowd? CrowdOf(this Queue queue, Profile profile) =>
        IndexOf(queue, profile) is var index && index >= 0 ? queue.Crowds[index] : null;

    static Queue WithCrowd(this CallCenter state, Queue queue, Profile profile, Func<Crowd, Crowd> change)
    {
        var index = IndexOf(queue, profile);
        if (index < 0)
        {
            var crowds = queue.Crowds.Count(crowd => crowd.IsEmpty) > MostEmpty
                ? queue.Crowds.RemoveAll(crowd => crowd.IsEmpty && crowd.Profile != Profile.Anybody)
                : queue.Crowds;
            return queue with { Crowds = crowds.Add(change(new Crowd(profile) { Ready = state.InOrder(queue.Ready, queue.Settings, profile) })) };
        }

        return queue with { Crowds = queue.Crowds.SetItem(index, change(queue.Crowds[index])) };
    }

    static int IndexOf(Queue queue, Profile profile)
    {
        var crowds = queue.Crowds;
        for (var index = 0; index < crowds.Length; index++)
        {
            if (ReferenceEquals(crowds[index].Profile, profile) || crowds[index].Profile == profile)
            {
                return index;
            }
        }

        return -1;
    }

    static ImmutableSortedSet<Turn> InOrder(this CallCenter state, ImmutableSortedSet<Turn> ready, QueueSettings settings, Profile profile) =>
    [
        .. ready.Select(turn => state.Agents[turn.Agent])
            .Where(agent => agent.Settings.Skills.Meets(profile.Must))
            .Select(agent => Turn.Of(agent, agent.State.Since, settings, profile.Wanted)),
    ];

    static Queue WithTurns(this Queue queue, Agent agent, DateTimeOffset since, Func<ImmutableSortedSet<Turn>, Turn, ImmutableSortedSet<Turn>> change)
    {
        var crowds = queue.Crowds.ToBuilder();
        for (var index = 0; index < crowds.Count; index++)
        {
            var crowd = crowds[index];
            if (agent.Settings.Skills.Meets(crowd.Profile.Must))
            {
                crowds[index] = crowd with { Ready = change(crowd.Ready, Turn.Of(agent, since, queue.Settings, crowd.Profile.Wanted)) };
            }
        }

        return queue with { Crowds = crowds.DrainToImmutable() };
    }

    static Queue WithLoyal(this CallCenter state, Queue queue, string agent, Func<Crowd, Crowd> change)
    {
        var before = queue.Loyal;
        var crowd = change(before.GetValueOrDefault(agent) ?? new Crowd(Profile.Anybody with { Agent = agent }));
        var isReady = state.Agents.GetValueOrDefault(agent) is { IsAvailable: true } known && known.Settings.Queues.Contains(queue.Settings.Name);
        return (queue with { Loyal = crowd.IsEmpty ? before.Remove(agent) : before.SetItem(agent, crowd) }).WithCalled(agent, isReady, isReady, before);
    }

    /// <summary>The agent, or the callers who wait for the agent alone, have changed: the first of these is called while the agent is ready.</summary>
    static Queue WithCalled(this Queue queue, string agent, bool wasReady, bool isReady, ImmutableDictionary<string, Crowd> before)
    {
        var was = wasReady ? First(before, agent) : null;
        var becomes = isReady ? First(queue.Loyal, agent) : null;
        if (was == becomes)
        {
            return queue;
        }

        var called = was is { } gone ? queue.Called.Remove(gone) : queue.Called;
        return queue with { Called = becomes is { } first ? called.Add(first) : called };
    }

    static Place? First(ImmutableDictionary<string, Crowd> loyal, string agent) =>
        loyal.GetValueOrDefault(agent) is { Unoffered: { IsEmpty: false } unoffered } ? unoffered.Min : null;
}

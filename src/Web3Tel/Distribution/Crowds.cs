using System.Collections.Immutable;
using Web3Tel.Callers;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Keeps a queue's callers apart by whom they may be offered to.</summary>
static class Crowds
{
    public static Queue WithCaller(this CallCenter state, Queue queue, Profile profile, Func<Crowd, Crowd> change) =>
        profile.Agent is { } agent ? state.WithLoyal(queue, agent, change) : queue.WithCrowd(profile, change);

    /// <summary>The agent, or the callers who wait for the agent alone, have changed: the first of these is called while the agent is ready.</summary>
    public static Queue WithCalled(this Queue queue, string agent, bool wasReady, bool isReady, ImmutableDictionary<string, Crowd> before)
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

    static Queue WithCrowd(this Queue queue, Profile profile, Func<Crowd, Crowd> change)
    {
        var crowds = queue.Crowds;
        for (var index = 0; index < crowds.Length; index++)
        {
            if (ReferenceEquals(crowds[index].Profile, profile) || crowds[index].Profile == profile)
            {
                var crowd = change(crowds[index]);
                return queue with { Crowds = crowd.IsEmpty && index > 0 ? crowds.RemoveAt(index) : crowds.SetItem(index, crowd) };
            }
        }

        return queue with { Crowds = crowds.Add(change(new Crowd(profile))) };
    }

    static Queue WithLoyal(this CallCenter state, Queue queue, string agent, Func<Crowd, Crowd> change)
    {
        var before = queue.Loyal;
        var crowd = change(before.GetValueOrDefault(agent) ?? new Crowd(Profile.Anybody with { Agent = agent }));
        var isReady = state.Agents.GetValueOrDefault(agent) is { IsAvailable: true } known && known.Settings.Queues.Contains(queue.Settings.Name);
        return (queue with { Loyal = crowd.IsEmpty ? before.Remove(agent) : before.SetItem(agent, crowd) }).WithCalled(agent, isReady, isReady, before);
    }

    static Place? First(ImmutableDictionary<string, Crowd> loyal, string agent) =>
        loyal.GetValueOrDefault(agent) is { Unoffered: { IsEmpty: false } unoffered } ? unoffered.Min : null;
}

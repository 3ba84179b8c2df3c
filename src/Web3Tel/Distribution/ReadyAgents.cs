using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>Keeps the agents a queue can offer callers to in the order of its strategy: all of them, and apart by their skills.</summary>
static class ReadyAgents
{
    /// <summary>The agent can be offered callers of the queue from now on.</summary>
    public static Queue WithReady(this Queue queue, Agent agent, DateTimeOffset since)
    {
        var turn = Turn.Of(agent, since, queue.Settings);
        return (queue with { Ready = queue.Ready.Add(turn), Skilled = WithSkilled(queue, agent, ready => ready.Add(turn)) })
            .WithCalled(agent.Id, wasReady: false, isReady: true, queue.Loyal);
    }

    /// <summary>The agent who could be offered callers of the queue no longer can.</summary>
    public static Queue WithoutReady(this Queue queue, Agent agent, DateTimeOffset since)
    {
        var turn = Turn.Of(agent, since, queue.Settings);
        return (queue with { Ready = queue.Ready.Remove(turn), Skilled = WithSkilled(queue, agent, ready => ready.Remove(turn)) })
            .WithCalled(agent.Id, wasReady: true, isReady: false, queue.Loyal);
    }

    /// <summary>The ready agents in the order of another strategy.</summary>
    public static Queue InOrderOf(this CallCenter state, Queue queue, QueueSettings settings)
    {
        var agents = queue.Ready.Select(turn => state.Agents[turn.Agent]);
        return agents.Aggregate(
            queue with { Settings = settings, Ready = [], Skilled = [] },
            (ordered, agent) => ordered.WithReady(agent, agent.State.Since));
    }

    static ImmutableArray<Skilled> WithSkilled(Queue queue, Agent agent, Func<ImmutableSortedSet<Turn>, ImmutableSortedSet<Turn>> change)
    {
        var (all, skills) = (queue.Skilled, agent.Settings.Skills);
        if (skills.IsEmpty && queue.Settings.Strategy != Strategy.BestSkilled)
        {
            return all;
        }

        var index = 0;
        while (index < all.Length && all[index].Skills.CompareTo(skills) < 0)
        {
            index++;
        }

        var found = index < all.Length && all[index].Skills.Equals(skills);
        var ready = change(found ? all[index].Ready : []);
        return !found ? all.Insert(index, new Skilled(skills, ready))
            : ready.IsEmpty ? all.RemoveAt(index)
            : all.SetItem(index, all[index] with { Ready = ready });
    }
}

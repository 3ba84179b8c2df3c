using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.History;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Distribution.Rules;

/// <summary>What limits the agents a caller may be offered to, from the entry into a queue until all limits have fallen away.</summary>
static class Wishing
{
    /// <param name="since">When the caller entered the queue.</param>
    public static Wishes? WishesIn(this Decision now, Caller caller, string name, DateTimeOffset since)
    {
        var queue = now.State.Queues[name];
        var settings = queue.Settings;
        var demand = new SkillDemand(settings.Skills, settings.PreferredSkills).And(caller.Demand);
        var agent = now.SameAgent(caller, queue, demand.Required);
        if (demand.IsEmpty && agent is null && settings.LevelWait is null)
        {
            return null;
        }

        var must = demand.Required.And(demand.Preferred);
        var wanted = settings.Strategy == Strategy.BestSkilled ? must : SkillSet.None;
        var wishes = new Wishes(since, new Profile(must, wanted, null, agent))
        {
            Required = demand.Required,
            PreferredUntil = demand.Preferred.IsEmpty ? null : since + settings.PreferredSkillsFor,
            RequiredUntil = must.IsEmpty ? null : since + settings.RequiredSkillsFor,
            AgentUntil = agent is null ? null : since + settings.SameAgentWait,
        };
        return wishes.WithLevels(now.At, settings, queue.TopLevel).At(now.At, settings, queue.TopLevel).Wishes;
    }

    /// <summary>The time of some limits is over: the caller may be offered to more agents.</summary>
    public static void Widen(this Decision now, Caller caller)
    {
        if (caller is not { Queue: { } name, Wishes: { } wishes })
        {
            return;
        }

        var queue = now.State.Queues[name];
        var (widened, gone) = wishes.At(now.At, queue.Settings, queue.TopLevel);
        now.Set(gone.Aggregate(caller, (told, why) => told.With(now.At, JourneyEvent.Widened, detail: why)) with { Wishes = widened });
        now.ServeQueue(name);
    }

    /// <summary>
    /// An agent has gone from work, or from a queue: nobody waits for that agent alone any more, and where empty levels do not count the
    /// next one may be open. Whoever can be served by it is when the step is over.
    /// </summary>
    public static void NoticeDeparture(this Decision now, Agent? before, Agent agent)
    {
        if (before is not { IsAtWork: true } || (agent.IsAtWork && ReferenceEquals(before.Settings, agent.Settings)))
        {
            return;
        }

        foreach (var name in before.Settings.Queues)
        {
            if (!now.State.Queues.TryGetValue(name, out var queue))
            {
                continue;
            }

            if (queue.Settings.SkipEmptyLevels)
            {
                now.Open(name);
            }

            if (queue.Loyal.GetValueOrDefault(agent.Id) is { } loyal && !(agent.IsAtWork && agent.Settings.Queues.Contains(name)))
            {
                now.Open(name);
                foreach (var caller in loyal.Present.Union(loyal.Expected).Select(place => now.Caller(place.Call)!))
                {
                    now.Set(caller.With(now.At, JourneyEvent.Widened, detail: $"{agent.Id} is not at work.") with { Wishes = caller.Wishes!.ForAnyAgent() });
                }
            }
        }
    }

    /// <summary>
    /// An agent has come to work. Where empty levels do not count, a higher one may have closed to a caller who is expected back: those behind need
    /// not wait for that caller any more.
    /// </summary>
    public static void NoticeArrival(this Decision now, Agent? before, Agent agent)
    {
        if (!agent.IsAtWork || before is { IsAtWork: true })
        {
            return;
        }

        foreach (var name in agent.Settings.Queues.Where(name => now.State.Queues.GetValueOrDefault(name) is { Settings.SkipEmptyLevels: true }))
        {
            now.Open(name);
        }
    }

    /// <summary>Serves the queues whose callers may be offered to more agents than before, for other reasons than their own.</summary>
    public static void ServeOpened(this Decision now)
    {
        if (now.Opened is { } opened)
        {
            now.Opened = null;
            now.Gather(opened.Where(now.State.Queues.ContainsKey));
            now.ServeGathered();
        }
    }

    static void Open(this Decision now, string queue) => (now.Opened ??= new HashSet<string>(StringComparer.Ordinal)).Add(queue);

    /// <summary>A configuration with other levels: those who wait for levels to open wait by the new rule, from when they joined.</summary>
    public static void SetLevels(this Decision now, ImmutableSortedDictionary<string, Queue> before)
    {
        foreach (var (name, queue) in now.State.Queues)
        {
            var was = before.GetValueOrDefault(name) ?? queue;
            var isTheSame = was.TopLevel == queue.TopLevel
                && was.Settings.LevelWait == queue.Settings.LevelWait
                && was.Settings.LevelWaitMultiplied == queue.Settings.LevelWaitMultiplied;
            foreach (var caller in isTheSame ? [] : queue.Line.Select(place => now.Caller(place.Call)!))
            {
                if (caller.Wishes is { } wishes)
                {
                    now.Set(caller with { Wishes = wishes.WithLevels(now.At, queue.Settings, queue.TopLevel) });
                }
            }
        }
    }
}

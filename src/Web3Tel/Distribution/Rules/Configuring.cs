using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Queues;

namespace Web3Tel.Distribution.Rules;

/// <summary>A new configuration, while calls go on.</summary>
static class Configuring
{
    public static void Configure(this Decision now, Configuration configuration)
    {
        if (!configuration.Problems().IsEmpty)
        {
            now.Ignore();
            return;
        }

        now.Record(configuration);
        var before = now.State.Queues;
        now.State = now.State with { Configuration = configuration };
        now.SetQueues(configuration);
        now.Gather(now.State.Queues.Keys);
        now.SetAgents(configuration);
        now.SetLevels(before);
        now.SettleRequests();
        now.SettleRinging();
        now.ClearClosedQueues();
        now.ServeGathered();
        now.RemoveClosedQueues();
    }

    static void SetQueues(this Decision now, Configuration configuration)
    {
        var queues = now.State.Queues;
        foreach (var (name, queue) in queues)
        {
            queues = queues.SetItem(name, queue with { Open = false });
        }

        var topLevels = configuration.TopLevels();
        foreach (var settings in configuration.Queues)
        {
            var queue = queues.GetValueOrDefault(settings.Name) ?? new Queue(settings);
            queue = settings.Strategy == queue.Settings.Strategy ? queue : now.State.InOrderOf(queue, settings);
            queues = queues.SetItem(settings.Name, queue with
            {
                Settings = settings,
                Open = true,
                TopLevel = topLevels.GetValueOrDefault(settings.Name, 1),
            });
        }

        now.State = now.State with { Queues = queues };
    }

    static void SetAgents(this Decision now, Configuration configuration)
    {
        foreach (var settings in configuration.Agents)
        {
            AgentState state = settings.SignedIn ? new AgentState.Ready(now.At) : new AgentState.SignedOut(now.At);
            now.Set(now.Agent(settings.Id) is { } agent
                ? agent.On(settings)
                : new Agent(settings, state, settings.SignedIn) { OutgoingCalls = now.CallsUnderWay(settings.Id) });
        }

        foreach (var retired in now.State.Agents.Keys.Except(configuration.Agents.Select(agent => agent.Id)).ToArray())
        {
            if (now.Agent(retired) is { State: AgentState.SignedOut } agent)
            {
                now.Remove(agent);
            }
            else if (now.Agent(retired) is { SignedIn: true })
            {
                now.SignOut(retired);
            }
        }
    }

    /// <summary>Somebody who was taken out while calling a number outside, and is put back, calls still.</summary>
    static ImmutableArray<long> CallsUnderWay(this Decision now, string agent) =>
        [.. now.State.OutgoingCalls.Values.Where(call => call.Agent == agent).Select(call => call.Number)];

    /// <summary>What was known of one phone says nothing of another.</summary>
    static Agent On(this Agent agent, AgentSettings settings) => settings.Destination == agent.Settings.Destination
        ? agent with { Settings = settings }
        : agent with { Settings = settings, Device = DeviceState.Unknown, Outside = null };

    /// <summary>A queue that is no longer configured stays until its last conversation is over.</summary>
    static void RemoveClosedQueues(this Decision now)
    {
        var inUse = now.State.Offers.Values.Select(offer => offer.Queue)
            .Concat(now.State.Guests.Values.Select(guest => now.Caller(guest.Call)?.Queue ?? "")).ToHashSet(StringComparer.Ordinal);
        var closed = now.State.Queues.Values.Where(queue => !queue.Open && queue.Line.IsEmpty && !inUse.Contains(queue.Settings.Name));
        now.State = now.State with { Queues = now.State.Queues.RemoveRange(closed.Select(queue => queue.Settings.Name)) };
    }
}

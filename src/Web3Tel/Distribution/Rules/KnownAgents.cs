using Web3Tel.Callers;
using Web3Tel.Queues;
using Web3Tel.Skills;

namespace Web3Tel.Distribution.Rules;

/// <summary>Callers who ring again are offered to the agent they spoke with last.</summary>
static class KnownAgents
{
    public static void RememberAgent(this Decision now, Caller caller, string agent)
    {
        if (caller is { Queue: { } queue, Number: not "" } && now.Settings(queue).SameAgentWithin is { } time)
        {
            var last = new LastAgent(queue, caller.Number, agent, now.At, now.At + time);
            now.State = now.State with { LastAgents = now.State.LastAgents.With(last, now.At) };
        }
    }

    /// <summary>
    /// The agent a caller who has just come waits for alone: the one spoken with last, as long as that is not too long ago by the queue's
    /// present rule, and the agent is at work for it and has the skills that are required. Null for none.
    /// </summary>
    public static string? SameAgent(this Decision now, Caller caller, Queue queue, SkillSet required) =>
        caller is { Joined: null, Number: not "" }
        && queue.Settings.SameAgentWithin is { } time
        && now.State.LastAgents.Find(KeptPlace.KeyOf(queue.Settings.Name, caller.Number), now.At) is { } last
        && now.At - last.At <= time
        && queue.AtWork.Contains(last.Agent)
        && now.Agent(last.Agent)!.Settings.Skills.Meets(required)
            ? last.Agent
            : null;
}

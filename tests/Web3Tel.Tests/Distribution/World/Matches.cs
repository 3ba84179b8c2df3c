using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Skills;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>Who may be offered to whom, found out the long way.</summary>
static class Matches
{
    public static bool May(CallCenter state, Agent agent, Caller caller)
    {
        if (caller is not { Wishes.Profile: { } profile, Queue: { } name })
        {
            return true;
        }

        if (profile.Agent is { } only)
        {
            return agent.Id == only;
        }

        return profile.Must.Levels.All(skill => agent.Settings.Skills[skill.Key] >= skill.Value)
            && (profile.Waits is not { } waits || LevelsBelow(state, agent, name) <= waits);
    }

    /// <summary>The agent is kept free for one who came earlier and is expected back.</summary>
    public static bool IsHeld(CallCenter state, Agent agent, Caller caller) => state.Queues[caller.Queue!].Line
        .TakeWhile(place => place.CompareTo(caller.Place) < 0)
        .Select(place => state.Callers[place.Call])
        .Any(earlier => earlier.Away is { ReturnBy: not null } && May(state, agent, earlier));

    /// <summary>The same for a call the service may not know: then it goes by what the call itself remembers.</summary>
    public static bool May(CallCenter state, string agent, Channel caller) => state.Callers.GetValueOrDefault(caller.Ref) is { State: CallerState.Waiting } known
        ? May(state, state.Agents[agent], known)
        : SkillDemand.FromText(caller.Info.Variables.GetValueOrDefault(CallVariables.Skills)) is not { } demand
            || state.Agents[agent].Settings.Skills.Meets(demand.Required.And(demand.Preferred));

    static int LevelsBelow(CallCenter state, Agent agent, string queue)
    {
        var level = agent.Settings.TierIn(queue).Level;
        return state.Queues[queue].Settings.SkipEmptyLevels
            ? state.Agents.Values.Where(other => other.IsAtWork && other.Settings.Queues.Contains(queue))
                .Select(other => other.Settings.TierIn(queue).Level).Distinct().Count(other => other < level)
            : level - 1;
    }
}

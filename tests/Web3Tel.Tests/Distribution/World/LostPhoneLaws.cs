using Web3Tel.Agents;
using Web3Tel.Callers;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold of phones that are lost in a conversation, and of those who talked with them.</summary>
static class LostPhoneLaws
{
    /// <summary>A caller who lives and comes from a lost phone is not cut off: they wait again, and the place is that of before.</summary>
    public static void WhoLostTheAgentWaits(this Laws laws, CallCenter state, Channel channel)
    {
        if (state.Callers.GetValueOrDefault(channel.Ref) is not { } caller)
        {
            return;
        }

        if (caller.State is CallerState.Leaving && !caller.Journey.Exists(step => step.What is JourneyEvent.LostSight))
        {
            laws.Broken($"{channel.Ref.Id} has lost the agent's phone and is let go: {string.Join(", ", caller.Journey.Select(step => $"{step.What} {step.Detail}"))}");
        }
    }

    /// <summary>Nobody is rung, nor ready, by the mere passing of time before the phone is there again or its time is over.</summary>
    public static void LostPhonesRest(this Laws laws, CallCenter before, CallCenter after, DateTimeOffset now)
    {
        foreach (var (id, agent) in after.Agents)
        {
            if (before.Agents.GetValueOrDefault(id)?.State is AgentState.Resting { Why: RestReason.PhoneLost } rest && agent.State is AgentState.Ready or AgentState.Offered or AgentState.Talking
                && rest != agent.State && agent.Ended is not { Why: EndingWhy.Asked or EndingWhy.Forced } && now < rest.Until && agent.Device != DeviceState.Registered)
            {
                laws.Broken($"{agent} is rung though the phone was lost at {rest.Since:HH:mm:ss}");
            }
        }
    }
}

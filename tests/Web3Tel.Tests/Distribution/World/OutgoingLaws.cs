using Web3Tel.Distribution;

namespace Web3Tel.Tests.Distribution.World;

/// <summary>What must hold for operators' calls outside.</summary>
static class OutgoingLaws
{
    /// <summary>Agents and their calls outside know of each other, both legs are known, and nothing lasts for ever.</summary>
    public static void OutgoingCallsAgree(this Laws laws, CallCenter state)
    {
        if (!state.Agents.Values.SelectMany(agent => agent.OutgoingCalls).Order().SequenceEqual(state.OutgoingCalls.Keys))
        {
            laws.Broken($"agents know of outgoing calls {string.Join(", ", state.Agents.Values.SelectMany(agent => agent.OutgoingCalls))}, and there are {string.Join(", ", state.OutgoingCalls.Keys)}");
        }

        foreach (var call in state.OutgoingCalls.Values)
        {
            if (!state.Agents[call.Agent].OutgoingCalls.Contains(call.Number) || state.OutgoingOf(call.Call) != call)
            {
                laws.Broken($"{call} is not known to its agent, or by its legs");
            }

            if (call.Until is null)
            {
                laws.Broken($"{call} never ends by itself");
            }
        }
    }
}

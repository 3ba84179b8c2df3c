using System.Diagnostics;
using Web3Tel.Distribution;
using Web3Tel.Outgoing;

namespace Web3Tel.Agents;

/// <summary>When an agent's command makes sense. The engine obeys by it, and who gives the command can be told why not.</summary>
public static class AgentCommand
{
    /// <summary>Why the command cannot be obeyed in this state, and what to do instead; null when it can.</summary>
    public static string? Refusal(CallCenter state, Event.IAgentCommand command)
    {
        if (state.Agents.GetValueOrDefault(command.Agent) is not { } agent)
        {
            return $"There is no operator '{command.Agent}'.";
        }

        var retired = !state.Configuration.Agents.Any(settings => settings.Id == agent.Id);
        return command switch
        {
            Event.AgentSignedIn or Event.AgentForced { To: ForcedState.Ready } when retired =>
                $"{agent.Id} is no longer configured: add the operator to the settings first.",
            Event.AgentSignedIn => agent.SignedIn && agent.State is not AgentState.SignedOut ? $"{agent.Id} is signed in already." : null,
            Event.AgentSignedOut => agent.SignedIn ? null : $"{agent.Id} is signed out already, or will be when the call is over.",
            Event.AgentTookBreak took => OfBreak(state, agent, took.Reason),
            Event.AgentReady => OfReady(agent),
            Event.WrapUpExtended extended => OfExtension(state, agent, extended.Time),
            Event.WrapUpEnded => agent.State is AgentState.WrapUp ? null : NotInWrapUp(agent),
            Event.DoNotDisturbAsked asked => asked.On == agent.DoNotDisturb is not null
                ? $"The phone of {agent.Id} {(asked.On ? "is not to be disturbed already" : "may ring already")}."
                : null,
            Event.AgentForced forced => OfForce(agent, forced.To),
            Event.CallAsked asked => OutgoingCommand.OfCall(state, agent, asked),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    static string? OfBreak(CallCenter state, Agent agent, string reason) =>
        !state.Configuration.BreakReasons.Any(known => known.Id == reason)
            ? $"There is no break '{reason}': give one of {string.Join(", ", state.Configuration.BreakReasons.Select(known => known.Id))}."
        : !agent.SignedIn ? $"{agent.Id} is signed out: sign in first."
        : agent.State is AgentState.Break { Reason: var now } && now == reason || agent.PendingBreak == reason
            ? $"{agent.Id} has the break '{reason}' already."
        : null;

    static string? OfReady(Agent agent) =>
        !agent.SignedIn ? $"{agent.Id} is signed out: sign in first."
        : agent.State is AgentState.Ready ? $"{agent.Id} is ready already."
        : agent is { PendingBreak: null, State: AgentState.WrapUp } ? $"{agent.Id} is in wrap-up: end the wrap-up."
        : agent is { PendingBreak: null, State: AgentState.Offered or AgentState.Talking } ? $"{agent.Id} has a call, and is ready after it."
        : null;

    static string? OfExtension(CallCenter state, Agent agent, TimeSpan time) =>
        agent.State is not AgentState.WrapUp wrapUp ? NotInWrapUp(agent)
        : time <= TimeSpan.Zero ? $"A wrap-up cannot be extended by {time}: give a time above zero."
        : wrapUp.Until >= wrapUp.Since + state.Configuration.LongestWrapUp
            ? $"The wrap-up of {agent.Id} lasts as long as any may ({state.Configuration.LongestWrapUp}): take a break after it."
        : null;

    static string? OfForce(Agent agent, ForcedState to) => to switch
    {
        ForcedState.SignedOut => agent.State is AgentState.SignedOut || (!agent.SignedIn && agent.State is not AgentState.WrapUp)
            ? $"{agent.Id} is signed out already, or will be when the call is over."
            : null,
        ForcedState.Ready => agent is { SignedIn: true, PendingBreak: null, State: AgentState.Ready or AgentState.Offered or AgentState.Talking }
            ? $"{agent.Id} is ready already, or will be after the call."
            : null,
        ForcedState.Break => !agent.SignedIn ? $"{agent.Id} is signed out: nothing to take a break from."
            : agent.State is AgentState.Break || (agent.PendingBreak is not null && agent.State is not AgentState.WrapUp)
                ? $"{agent.Id} has a break already."
            : null,
    };

    static string NotInWrapUp(Agent agent) => $"{agent.Id} is not in wrap-up.";
}

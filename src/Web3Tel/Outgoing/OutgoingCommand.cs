using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Outgoing;

/// <summary>When a command makes sense that has to do with an outgoing call, as <see cref="AgentCommand"/> and <see cref="TalkCommand"/> tell it.</summary>
static class OutgoingCommand
{
    /// <summary>Why the agent's phone cannot be rung for a call to a number now; null when it can.</summary>
    public static string? OfCall(CallCenter state, Agent agent, Event.CallAsked asked) =>
        OfNumber(state, agent, asked.Number)
        ?? (asked.Shown is { } shown && !state.Configuration.MayShow(agent.Settings, shown)
            ? $"{shown} may not be shown by {agent.Id}: name it in Outgoing:MayShow, or leave it out." : null)
        ?? (asked.Queue is { } queue && state.Queues.GetValueOrDefault(queue) is not { Open: true } ? $"There is no queue '{queue}'." : null)
        ?? OfState(state, agent);

    /// <summary>What an agent who has dialled the number is told; null when the call is put through.</summary>
    public static OutgoingProblem? ProblemOf(Configuration configuration, Agent agent, string number) =>
        configuration.LineOut is null ? OutgoingProblem.NoLineOut
        : !OutgoingNumbers.IsNumber(number) || !configuration.MayCall(agent.Settings, number) ? OutgoingProblem.NumberRefused
        : IsSignedOut(configuration, agent) ? OutgoingProblem.SignedOut
        : null;

    /// <summary>A command to the conversation with somebody who was called.</summary>
    public static string? OfTalk(CallCenter state, OutgoingCall call, Event.ITalkCommand command) => command switch
    {
        _ when call.State is OutgoingState.Leaving or OutgoingState.Orphaned => $"There is no call '{command.Call.Id}'.",
        Event.MoveAsked => "The call waits in no queue.",
        _ when !state.Nodes.Contains(call.Call.Node) => "The switch cannot be reached: give the command again when it can.",
        Event.HangUpAsked => null,
        _ when call is not { State: OutgoingState.Talking, Parted: false } => "The number has not answered, or the conversation is just ending.",
        Event.ListenAsked asked => TalkCommand.OfPhone(state, asked.To),
        Event.TransferAsked asked => QueueFor(state, call) is null && asked.Kind != TransferKind.Queue
            ? $"{call.Agent} serves no queue by which the call could go on: transfer it to a queue."
            : TalkCommand.OfTarget(state, call.Agent, asked.Kind, asked.To),
        _ => "That is not possible in an outgoing call: listen, transfer or hang up.",
    };

    /// <summary>By whose rules somebody who was called goes on, when transferred: the queue named, or else the first of the agent's.</summary>
    public static string? QueueFor(CallCenter state, OutgoingCall call) =>
        (state.Agents.GetValueOrDefault(call.Agent)?.Settings.Queues ?? []).Prepend(call.Queue ?? "").FirstOrDefault(queue => state.Queues.GetValueOrDefault(queue) is { Open: true });

    static string? OfNumber(CallCenter state, Agent agent, string number) =>
        state.Configuration.LineOut is null ? "There is no line out: set LineOut, such as sofia/gateway/provider/{number}."
        : !OutgoingNumbers.IsNumber(number) ? $"'{number}' is no number outside: give digits and a leading + only, at most 31 digits."
        : !state.Configuration.MayCall(agent.Settings, number) ? $"{agent.Id} may not call {number}: see Outgoing:Allowed and Outgoing:Blocked, and those of the operator."
        : null;

    static string? OfState(CallCenter state, Agent agent) =>
        IsSignedOut(state.Configuration, agent) ? $"{agent.Id} is signed out: sign in first, or set Outgoing:WhenSignedOut."
        : agent.State is AgentState.Offered ? $"{agent.Id} is being offered a caller: ask again in a moment."
        : agent.State is AgentState.Talking ? $"{agent.Id} is in a conversation."
        : agent.Outside is not null || !agent.OutgoingCalls.IsEmpty ? $"The phone of {agent.Id} is in another call."
        : agent.DoNotDisturb is not null ? $"The phone of {agent.Id} is not to be disturbed: let it ring again first."
        : agent.Device == DeviceState.Unregistered ? $"The phone of {agent.Id} is not registered."
        : state.Nodes.IsEmpty ? "The switch cannot be reached: ask again when it can."
        : null;

    static bool IsSignedOut(Configuration configuration, Agent agent) => !agent.SignedIn && !configuration.Outgoing.WhenSignedOut;
}

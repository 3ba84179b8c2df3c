using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>The conversation an agent may write of at this moment: the present one, or that of the wrap-up.</summary>
/// <param name="Queue">Whose conversation it is or was, wherever the caller is by now; null for none.</param>
/// <param name="Note">What has been written so far, by whomever; null for nothing.</param>
/// <param name="Results">What may be chosen.</param>
/// <param name="IsMissing">Whether the wrap-up is not to be ended before a result was chosen.</param>
public sealed record NotedCall(CallRef Call, string? Queue, CallNote? Note, ImmutableArray<ResultCode> Results, bool IsMissing)
{
    /// <summary>How long after its end a call may be written of.</summary>
    public static readonly TimeSpan Revisable = TimeSpan.FromHours(24);

    /// <summary>Null for an agent who neither talks nor is in wrap-up, and of two agents in wrap-up of the same call once the other's is over.</summary>
    public static NotedCall? Of(CallCenter state, Agent agent)
    {
        (CallRef Call, string? Queue)? conversation = agent.State switch
        {
            AgentState.Talking talking when state.Offers.GetValueOrDefault(talking.Offer) is { } offer => (offer.Call, offer.Queue),
            AgentState.WrapUp wrapUp => (wrapUp.Call, wrapUp.Queue),
            _ => null,
        };
        if (conversation is not (var call, var queue))
        {
            return null;
        }

        var caller = state.Callers.GetValueOrDefault(call);
        var entry = state.InWrapUp.GetValueOrDefault(call);
        if (caller is null && entry is null)
        {
            return null;
        }

        var note = caller is null ? entry!.Note : caller.Note;
        var isWanted = queue is not null && state.Queues.GetValueOrDefault(queue)?.Settings.ResultRequired == true;
        return Of(state, call, queue, note) with { IsMissing = isWanted && !(note is { Result: not null } && note.Agent == agent.Id) };
    }

    /// <summary>A conversation that is over.</summary>
    /// <param name="over">Its call as the history has it.</param>
    /// <returns>Null for one that was not the agent's, ended too long ago, or is not over yet, and for a consultation: what is to be said is said of the call it was about.</returns>
    public static NotedCall? Over(CallCenter state, string agent, HistoryEntry over, DateTimeOffset at)
    {
        var call = new CallRef(over.Node, over.Id);
        return over.Direction != CallDirection.Consultation && at - over.Ended <= Revisable && !state.Callers.ContainsKey(call) && !state.InWrapUp.ContainsKey(call) && state.OutgoingOf(call) is null
            && (over.Agent == agent || over.Journey.Any(step => step.What == JourneyEvent.Connected && step.Agent == agent))
                ? Of(state, call, QueueOf(over, agent), over.Note)
                : null;
    }

    static NotedCall Of(CallCenter state, CallRef call, string? queue, CallNote? note) =>
        new(call, queue, note, queue is null ? [] : state.Queues.GetValueOrDefault(queue)?.Settings.Results ?? [], IsMissing: false);

    /// <summary>The queue out of which the agent had the caller last: another one may have had the caller after that.</summary>
    static string? QueueOf(HistoryEntry over, string agent)
    {
        var (queue, own) = ((string?)null, (string?)null);
        foreach (var step in over.Journey)
        {
            queue = step.What == JourneyEvent.Joined ? step.Detail : queue;
            own = step.What == JourneyEvent.Connected && step.Agent == agent ? queue : own;
        }

        return own ?? over.Queue;
    }
}

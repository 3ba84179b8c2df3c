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
        var settings = queue is null ? null : state.Queues.GetValueOrDefault(queue)?.Settings;
        return new NotedCall(
            call, queue, note, settings?.Results ?? [], settings is { ResultRequired: true } && !(note is { Result: not null } && note.Agent == agent.Id));
    }
}

using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Distribution;

/// <summary>The conversation an agent may write of at this moment: the present one, or that of the wrap-up.</summary>
/// <param name="Queue">Its queue; null for none.</param>
/// <param name="Note">What has been written so far, by whomever; null for nothing.</param>
/// <param name="Results">What may be chosen.</param>
/// <param name="IsMissing">Whether the wrap-up is not to be ended before a result was chosen.</param>
public sealed record NotedCall(CallRef Call, string? Queue, CallNote? Note, ImmutableArray<ResultCode> Results, bool IsMissing)
{
    /// <summary>Null for an agent who neither talks nor is in wrap-up, and of two agents in wrap-up of the same call once the other's is over.</summary>
    public static NotedCall? Of(CallCenter state, Agent agent)
    {
        CallRef? call = agent.State switch
        {
            AgentState.Talking talking => state.Offers.GetValueOrDefault(talking.Offer)?.Call,
            AgentState.WrapUp wrapUp => wrapUp.Call,
            _ => null,
        };
        if (call is not { } of)
        {
            return null;
        }

        var caller = state.Callers.GetValueOrDefault(of);
        var entry = caller is null ? state.InWrapUp.GetValueOrDefault(of) : null;
        if (caller is null && entry is null)
        {
            // Of two agents with a wrap-up of the same call the other one's is over.
            return null;
        }

        var (queue, note) = caller is not null ? (caller.Queue, caller.Note) : (entry!.Queue, entry.Note);
        var settings = queue is null ? null : state.Queues.GetValueOrDefault(queue)?.Settings;
        return new NotedCall(
            of, queue, note, settings?.Results ?? [], settings is { ResultRequired: true } && !(note is { Result: not null } && note.Agent == agent.Id));
    }
}

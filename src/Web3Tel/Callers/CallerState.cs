using System.Text.Json.Serialization;
using Web3Tel.History;
using Web3Tel.Queues;

namespace Web3Tel.Callers;

/// <summary>Where a caller is on the way to an agent.</summary>
[JsonDerivedType(typeof(Arrived), "arrived")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Dialled), "dialled")]
[JsonDerivedType(typeof(Connecting), "connecting")]
[JsonDerivedType(typeof(Talking), "talking")]
[JsonDerivedType(typeof(Transferring), "transferring")]
[JsonDerivedType(typeof(Outside), "outside")]
[JsonDerivedType(typeof(SentOn), "sentOn")]
[JsonDerivedType(typeof(Leaving), "leaving")]
public abstract record CallerState
{
    private CallerState()
    {
    }

    /// <summary>With a flow, in no queue yet.</summary>
    public sealed record Arrived : CallerState;

    /// <summary>In the queue.</summary>
    /// <param name="Offer">The offer that rings for this caller at the moment, if any.</param>
    public sealed record Waiting(long? Offer) : CallerState;

    /// <summary>Is being called back, on behalf of the agent of the offer, who is on the line or kept free.</summary>
    public sealed record Dialled(long Offer) : CallerState;

    /// <summary>Being joined with the agent who answered.</summary>
    public sealed record Connecting(long Offer) : CallerState;

    public sealed record Talking(long Offer) : CallerState;

    /// <summary>Between the agent, or the queue, before and the guest whose phone rings.</summary>
    public sealed record Transferring(long Guest) : CallerState;

    /// <summary>In conversation with somebody who is no agent.</summary>
    public sealed record Outside(long Guest) : CallerState;

    /// <summary>Has left a queue and is in a named step, or is to take the step, named or a number, again after having been out of sight.</summary>
    public sealed record SentOn(NextStep Step) : CallerState;

    /// <summary>Over for us: the switch has been told to hang up, and has until then to say that it did.</summary>
    public sealed record Leaving(DateTimeOffset Until, CallResult Result, EndedBy By) : CallerState;
}

using System.Text.Json.Serialization;
using Web3Tel.Calls;

namespace Web3Tel.Agents;

/// <summary>What an agent does. Each state ends by itself, but for those that wait for a person.</summary>
[JsonDerivedType(typeof(SignedOut), "signedOut")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(Talking), "talking")]
[JsonDerivedType(typeof(WrapUp), "wrapUp")]
[JsonDerivedType(typeof(Break), "break")]
[JsonDerivedType(typeof(Resting), "resting")]
public abstract record AgentState
{
    private AgentState(DateTimeOffset since) => Since = since;

    public DateTimeOffset Since { get; init; }

    public sealed record SignedOut(DateTimeOffset Since) : AgentState(Since);

    /// <summary>Idle: can be offered the next caller.</summary>
    public sealed record Ready(DateTimeOffset Since) : AgentState(Since);

    /// <summary>The phone rings, or has been answered and is being joined with a caller. The offer has the deadline.</summary>
    /// <param name="IdleSince">Since when the agent had been ready, given back when the offer is withdrawn.</param>
    public sealed record Offered(DateTimeOffset Since, long Offer, DateTimeOffset IdleSince) : AgentState(Since);

    /// <summary>Ends by a hang-up, or when the switch, asked now and then, no longer has the conversation.</summary>
    public sealed record Talking(DateTimeOffset Since, long Offer) : AgentState(Since);

    /// <summary>Finishing the work of the conversation with <paramref name="Call"/>.</summary>
    public sealed record WrapUp(DateTimeOffset Since, DateTimeOffset Until, CallRef Call) : AgentState(Since)
    {
        /// <summary>Of the conversation: the caller may be in another one by now. Null for a call of the agent's own.</summary>
        public string? Queue { get; init; }
    }

    /// <summary>Away from the calls by own wish, a supervisor's or the call center's. Who is still away at the end is signed out.</summary>
    /// <param name="Reason">Id of a <see cref="BreakReason"/>.</param>
    public sealed record Break(DateTimeOffset Since, DateTimeOffset Until, string Reason) : AgentState(Since);

    /// <summary>Not offered anything for a while, because the last offer failed.</summary>
    public sealed record Resting(DateTimeOffset Since, DateTimeOffset Until, RestReason Why) : AgentState(Since);
}

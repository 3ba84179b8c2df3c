using System.Text.Json.Serialization;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.History;

namespace Web3Tel.Explanation;

/// <summary>What was found at one entry of the journal.</summary>
[JsonDerivedType(typeof(Offered), "offered")]
[JsonDerivedType(typeof(RingsOnFor), "ringsOnFor")]
[JsonDerivedType(typeof(Happened), "happened")]
[JsonDerivedType(typeof(StateOf), "agentState")]
[JsonDerivedType(typeof(Missed), "missed")]
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>An agent's phone began to ring for the caller.</summary>
    public sealed record Offered(CallRef Call, Choice Choice) : Finding;

    /// <summary>A phone that rang already rings for this caller from now on: the first in the queue is served first, whomever it rang for.</summary>
    public sealed record RingsOnFor(CallRef Call, string Agent, string Name) : Finding;

    /// <summary>Another step of the caller's journey.</summary>
    public sealed record Happened(CallRef Call, JourneyEvent What, string? Agent, string? Name, string? Detail) : Finding;

    /// <summary>What the agent does from now on; an agent who is ready has no obstacle.</summary>
    /// <param name="After">The wrap-up, rest or break that ended with it, and why; null when none did.</param>
    public sealed record StateOf(string Agent, string Name, Obstacle? Now, Ending? After) : Finding;

    /// <summary>A caller was offered to somebody else while this agent was ready.</summary>
    public sealed record Missed(CallRef Call, Choice Choice, PassedOver Agent) : Finding;
}

using System.Text.Json.Serialization;
using Web3Tel.Calls;

namespace Web3Tel.Agents;

/// <summary>An agent at one moment.</summary>
/// <param name="SignedIn">False for one who leaves when the conversation or wrap-up is over.</param>
public sealed record Agent(AgentSettings Settings, AgentState State, bool SignedIn)
{
    public Work Work { get; init; }

    /// <summary>The phone's own state, beside what the agent does.</summary>
    public DeviceState Device { get; init; }

    /// <summary>Id of the break asked for while it could not begin: it does when conversation and wrap-up are over.</summary>
    public string? PendingBreak { get; init; }

    /// <summary>Offers in a row that were not answered.</summary>
    public int Unanswered { get; init; }

    public Notice? Notice { get; init; }

    /// <summary>Can be offered a caller: ready, and the phone is not known to be away.</summary>
    internal bool IsAvailable => State is AgentState.Ready && Device != DeviceState.Unregistered;

    [JsonIgnore]
    public string Id => Settings.Id;

    /// <summary>Serves queues, now or when the present call is over; whoever leaves or takes a break after it is not counted.</summary>
    internal bool IsAtWork => SignedIn && PendingBreak is null && State is not (AgentState.SignedOut or AgentState.Break);

    /// <summary>When the state ends by itself, if it does.</summary>
    internal DateTimeOffset? Until => State switch
    {
        AgentState.WrapUp wrapUp => wrapUp.Until,
        AgentState.Break rest => rest.Until,
        AgentState.Resting resting => resting.Until,
        _ => null,
    };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Web3Tel.Calls;
using Web3Tel.Distribution;

namespace Web3Tel.Agents;

/// <summary>An agent at one moment.</summary>
/// <param name="SignedIn">False for one who leaves when the conversation or wrap-up is over.</param>
public sealed record Agent(AgentSettings Settings, AgentState State, bool SignedIn)
{
    public Work Work { get; init; }

    /// <summary>The phone's own state, beside what the agent does.</summary>
    public DeviceState Device { get; init; }

    /// <summary>The call the phone is in beside ours, if it is.</summary>
    public OutsideCall? Outside { get; init; }

    /// <summary>Numbers of the agent's calls to numbers outside, beside what the agent does otherwise.</summary>
    public ImmutableArray<long> OutgoingCalls { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Set while the phone is not to ring.</summary>
    public DoNotDisturb? DoNotDisturb { get; init; }

    /// <summary>Id of the break asked for while it could not begin: it does when conversation and wrap-up are over.</summary>
    public string? PendingBreak { get; init; }

    /// <summary>Offers in a row that were not answered.</summary>
    public int Unanswered { get; init; }

    public Notice? Notice { get; init; }

    /// <summary>How the last wrap-up, rest or break ended; null before the first.</summary>
    public Ending? Ended { get; init; }

    /// <summary>Can be offered a caller: ready, and the phone is free to ring as far as is known.</summary>
    internal bool IsAvailable => State is AgentState.Ready && PhoneMayRing;

    /// <summary>The phone is free to ring as far as is known.</summary>
    [JsonIgnore]
    public bool PhoneMayRing => Device != DeviceState.Unregistered && Outside is null && OutgoingCalls.IsEmpty && DoNotDisturb is null;

    /// <summary>Whether the agent waits for the phone, which was lost, to register, and this is it.</summary>
    internal bool IsFoundBy(DeviceState device) => device == DeviceState.Registered && State is AgentState.Resting { Why: RestReason.PhoneLost };

    [JsonIgnore]
    public string Id => Settings.Id;

    /// <summary>
    /// Serves queues, now or when the present call is over; whoever leaves or takes a break after it, or is not to be disturbed, is not counted.
    /// </summary>
    internal bool IsAtWork => SignedIn && PendingBreak is null && DoNotDisturb is null && State is not (AgentState.SignedOut or AgentState.Break);

    /// <summary>When what the agent does, or what the phone does beside it, ends by itself; the earliest of them.</summary>
    internal DateTimeOffset? Until => Deadline.Earliest(StateUntil, Outside?.Until, DoNotDisturb?.Until);

    /// <summary>When what the agent does ends by itself.</summary>
    internal DateTimeOffset? StateUntil => State switch
    {
        AgentState.WrapUp wrapUp => wrapUp.Until,
        AgentState.Break rest => rest.Until,
        AgentState.Resting resting => resting.Until,
        _ => null,
    };
}

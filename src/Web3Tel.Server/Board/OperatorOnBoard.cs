using System.Collections.Immutable;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Skills;

namespace Web3Tel.Server.Board;

/// <summary>An operator at one moment.</summary>
/// <param name="Id">The id in the settings.</param>
/// <param name="Name">The name in the settings.</param>
/// <param name="State">What the operator does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When that ends by itself, if it does.</param>
/// <param name="Why">Why the operator rests; null for one who does not.</param>
/// <param name="Break">Name of the break the operator has; null when not on break, and for the call center's own breaks.</param>
/// <param name="BreakReason">Id of that break.</param>
/// <param name="PendingBreak">Id of the break that begins when the call and its wrap-up are over.</param>
/// <param name="Notice">What a supervisor should know of the operator.</param>
/// <param name="Ended">How the last wrap-up, rest or break ended; null before the first.</param>
/// <param name="Device">What the switch knows of the phone.</param>
/// <param name="HeldSince">Since when the caller is on hold; null for one who is not.</param>
/// <param name="OutsideCallSince">Since when the phone is in a call that is not the call center's; null when it is in none.</param>
/// <param name="DoNotDisturbSince">Since when the phone is not to ring; null when it may.</param>
/// <param name="DoNotDisturbUntil">When that ends by itself, and the operator is signed out.</param>
/// <param name="Call">Id of the call offered or talked to, if any.</param>
/// <param name="Caller">That caller's name, or else number.</param>
/// <param name="Queues">Names of the queues served.</param>
/// <param name="OutgoingCall">Id of the operator's call to a number outside, if there is one.</param>
/// <param name="OutgoingTo">That number.</param>
/// <param name="OutgoingSince">Since when they talk, or since when it was wished.</param>
/// <param name="Skills">What the operator can do, with levels.</param>
public sealed record OperatorOnBoard(
    string Id,
    string Name,
    OperatorActivity State,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    RestReason? Why,
    string? Break,
    string? BreakReason,
    string? PendingBreak,
    Notice? Notice,
    Ending? Ended,
    DeviceState Device,
    DateTimeOffset? HeldSince,
    DateTimeOffset? OutsideCallSince,
    DateTimeOffset? DoNotDisturbSince,
    DateTimeOffset? DoNotDisturbUntil,
    string? Call,
    string? Caller,
    ImmutableArray<string> Queues,
    SkillSet Skills,
    string? OutgoingCall = null,
    string? OutgoingTo = null,
    DateTimeOffset? OutgoingSince = null)
{
    /// <summary>With those of the calls only that may be told of: operators serve other queues, too.</summary>
    /// <param name="isTold">Whether a call of that id may be.</param>
    internal OperatorOnBoard With(Func<string, bool> isTold)
    {
        var incoming = Call is { } call && !isTold(call) ? this with { Call = null, Caller = null } : this;
        return OutgoingCall is { } outgoing && !isTold(outgoing) ? incoming with { OutgoingCall = null, OutgoingTo = null, OutgoingSince = null } : incoming;
    }
}

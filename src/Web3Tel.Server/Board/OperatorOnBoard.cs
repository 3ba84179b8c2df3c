using System.Collections.Immutable;
using Web3Tel.Agents;

namespace Web3Tel.Server.Board;

/// <summary>An operator at one moment.</summary>
/// <param name="Id">The id in the settings.</param>
/// <param name="Name">The name in the settings.</param>
/// <param name="State">What the operator does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When that ends by itself, if it does.</param>
/// <param name="Why">Why the operator rests; null for one who does not.</param>
/// <param name="Call">Id of the call offered or talked to, if any.</param>
/// <param name="Caller">That caller's name, or else number.</param>
/// <param name="Queues">Names of the queues served.</param>
public sealed record OperatorOnBoard(
    string Id,
    string Name,
    OperatorActivity State,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    RestReason? Why,
    string? Call,
    string? Caller,
    ImmutableArray<string> Queues);

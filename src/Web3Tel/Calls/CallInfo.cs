namespace Web3Tel.Calls;

/// <summary>What is known of a call when it reaches us.</summary>
/// <param name="Ref">Which call.</param>
/// <param name="Number">The caller's number as the network gave it; empty when withheld.</param>
/// <param name="Name">The caller's name as the network gave it; may hold any character.</param>
/// <param name="Dialled">The number the caller dialled.</param>
/// <param name="Arrived">When the call reached the switch.</param>
/// <param name="Variables">Channel variables, ours included when the call comes back after a restart of the service.</param>
public sealed record CallInfo(
    CallRef Ref,
    string Number,
    string Name,
    string Dialled,
    DateTimeOffset Arrived,
    IReadOnlyDictionary<string, string> Variables);

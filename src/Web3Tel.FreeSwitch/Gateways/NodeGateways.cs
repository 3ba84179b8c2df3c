using System.Collections.Immutable;

namespace Web3Tel.FreeSwitch.Gateways;

/// <summary>All gateways of one FreeSWITCH.</summary>
/// <param name="All">Null while it cannot be asked.</param>
public sealed record NodeGateways(string Node, ImmutableArray<Gateway>? All);

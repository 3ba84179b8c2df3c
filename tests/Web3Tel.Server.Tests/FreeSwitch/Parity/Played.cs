namespace Web3Tel.Server.Tests.FreeSwitch.Parity;

/// <summary>What came of a scenario on one side.</summary>
/// <param name="Legs">The events of each leg, in the order in which the legs began.</param>
/// <param name="Journey">The call as the history has it.</param>
sealed record Played(IReadOnlyList<(string Leg, IReadOnlyList<string> Events)> Legs, IReadOnlyList<string> Journey);

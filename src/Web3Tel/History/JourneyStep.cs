namespace Web3Tel.History;

/// <summary>One step of a caller's journey.</summary>
/// <param name="Agent">The agent concerned, if one is.</param>
/// <param name="Detail">The queue joined, how an offer ended, why the call ended.</param>
public sealed record JourneyStep(DateTimeOffset At, JourneyEvent What, string? Agent = null, string? Detail = null);

namespace Web3Tel.Callers;

/// <summary>What was expected of the wait when the caller joined the queue.</summary>
/// <param name="At">When that was.</param>
public sealed record Foretold(DateTimeOffset At, TimeSpan Wait);

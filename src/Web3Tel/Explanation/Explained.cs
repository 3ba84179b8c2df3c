namespace Web3Tel.Explanation;

/// <summary>What was found, and where in the journal.</summary>
/// <param name="Entry">Number of the journal entry.</param>
public sealed record Explained(long Entry, DateTimeOffset At, Finding What);

namespace Web3Tel.Explanation;

/// <summary>What was found, and where in the journal.</summary>
/// <param name="Entry">Number of the journal entry.</param>
/// <param name="Configuration">Version of the configuration that was valid; 0 where configurations are not numbered.</param>
public sealed record Explained(long Entry, DateTimeOffset At, Finding What, int Configuration = 0);

namespace Web3Tel.Queues;

/// <summary>A key by which a waiting caller leaves the queue.</summary>
/// <param name="Key">0–9, * or #.</param>
/// <param name="Step">Where to.</param>
public sealed record ExitKey(char Key, NextStep Step);

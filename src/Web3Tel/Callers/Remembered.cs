using Web3Tel.Skills;

namespace Web3Tel.Callers;

/// <summary>What a call itself knows of its wait in a queue.</summary>
/// <param name="Joined">When it joined.</param>
/// <param name="Priority">How much earlier the place counts from; null for not at all.</param>
/// <param name="Skills">What it asks of an agent; null for nothing.</param>
sealed record Remembered(DateTimeOffset Joined, TimeSpan? Priority, SkillDemand? Skills);

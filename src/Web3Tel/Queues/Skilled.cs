using System.Collections.Immutable;
using Web3Tel.Skills;

namespace Web3Tel.Queues;

/// <summary>Agents of the same skills who can be offered a caller of the queue now, in the order of its strategy.</summary>
public sealed record Skilled(SkillSet Skills, ImmutableSortedSet<Turn> Ready);

namespace Web3Tel.Agents;

/// <summary>The agent's phone is not to ring.</summary>
/// <param name="Until">When it ends by itself: forgotten, as a break can be.</param>
public sealed record DoNotDisturb(DateTimeOffset Since, DateTimeOffset Until);

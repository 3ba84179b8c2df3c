namespace Web3Tel.Callers;

/// <summary>We have lost sight of a caller, who may come back.</summary>
/// <param name="ReturnBy">Until when those behind wait; null when that time is over.</param>
/// <param name="LostAt">When the caller is given up.</param>
public sealed record Away(DateTimeOffset Since, DateTimeOffset? ReturnBy, DateTimeOffset LostAt);

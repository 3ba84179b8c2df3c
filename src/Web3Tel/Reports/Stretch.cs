namespace Web3Tel.Reports;

/// <summary>A stretch of time.</summary>
/// <param name="To">Exclusive.</param>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To);

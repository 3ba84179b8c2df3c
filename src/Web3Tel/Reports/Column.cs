namespace Web3Tel.Reports;

/// <summary>A figure of a report.</summary>
/// <param name="Name">As data.</param>
/// <param name="Value">Whole numbers, seconds, or shares from 0 to 1; null where there is none.</param>
public sealed record Column(string Name, string English, string Russian, Func<Tally, ReportQuery, double?> Value);

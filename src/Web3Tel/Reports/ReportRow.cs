namespace Web3Tel.Reports;

/// <summary>A row of a report.</summary>
/// <param name="When">The interval.</param>
/// <param name="Name">Name of the queue, id of the operator, number of the line; null for all together.</param>
public sealed record ReportRow(Stretch When, string? Name, Tally Tally);

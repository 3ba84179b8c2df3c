using Web3Tel.Reports;

namespace Web3Tel.Server.Reports;

/// <summary>A report, and how far it can be relied on.</summary>
/// <param name="CountedUntil">Up to when what happened is in it; null when nothing is.</param>
/// <param name="IsUpToDate">False while older entries of the journal are still being counted: figures of the latest time are missing.</param>
/// <param name="WholeFrom">What happened before is not, or not all, in it, since the journal has a hole there; null when it has none.</param>
sealed record ReportAnswer(Report Report, DateTimeOffset? CountedUntil, bool IsUpToDate, DateTimeOffset? WholeFrom);

using Web3Tel.Reports;

namespace Web3Tel.Server.Reports;

/// <summary>What a piece of the journal adds to the facts.</summary>
/// <param name="From">How far the facts went before: on any others the change is not made.</param>
/// <param name="Facts">What was counted.</param>
/// <param name="Mark">How far they go with it.</param>
sealed record ReportChange(long From, Facts Facts, ReportMark Mark);

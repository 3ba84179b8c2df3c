using Web3Tel.Reports;

namespace Web3Tel.Server.Reports;

/// <summary>How far the facts go.</summary>
/// <param name="Bookmark">Where to read on; null when nothing has been read yet.</param>
/// <param name="WholeFrom">What came before is not, or not all, in the facts, since the journal has a hole there; null when it has none.</param>
sealed record ReportMark(Bookmark? Bookmark, DateTimeOffset? WholeFrom)
{
    /// <summary>The last entry of the journal that is in the facts.</summary>
    public long Through => Bookmark?.Through ?? 0;
}

using Web3Tel.Auditing;
using Web3Tel.History;

namespace Web3Tel.Server.Logging;

/// <summary>A history whose calls are told to the log, too.</summary>
sealed class LoggedHistory(IHistory history, CallLog log) : IHistory
{
    public void Put(HistoryEntry entry)
    {
        history.Put(entry);
        log.Ended(entry);
    }

    public void Put(AuditRecord record) => history.Put(record);
}

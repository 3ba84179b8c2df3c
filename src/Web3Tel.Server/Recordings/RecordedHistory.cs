using Web3Tel.Auditing;
using Web3Tel.History;

namespace Web3Tel.Server.Recordings;

/// <summary>A history whose calls are put into the index of recordings, too.</summary>
sealed class RecordedHistory(IHistory history, RecordingStore recordings) : IHistory
{
    public void Put(HistoryEntry entry)
    {
        history.Put(entry);
        recordings.Put(entry);
    }

    public void Put(AuditRecord record) => history.Put(record);
}

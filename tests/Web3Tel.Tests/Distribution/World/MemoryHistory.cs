using Web3Tel.Auditing;
using Web3Tel.History;

namespace Web3Tel.Tests.Distribution.World;

sealed class MemoryHistory : IHistory
{
    public List<HistoryEntry> Puts { get; } = [];

    public void Put(HistoryEntry entry) => Puts.Add(entry);

    public List<AuditRecord> Audit { get; } = [];

    public void Put(AuditRecord record) => Audit.Add(record);
}

using System.Reactive.Linq;
using Web3Tel.Auditing;
using Web3Tel.History;
using Web3Tel.Journal;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>A journal and a history that keep nothing: the disk has threads of its own and is measured with the whole service.</summary>
sealed class Nowhere : IJournal, IHistory
{
    public IObservable<long> Durable => Observable.Never<long>();

    public void Append(JournalEntry entry)
    {
    }

    public void Put(HistoryEntry entry)
    {
    }

    public void Put(AuditRecord record)
    {
    }
}

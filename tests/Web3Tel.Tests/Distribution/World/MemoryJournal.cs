using System.Reactive.Linq;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution.World;

sealed class MemoryJournal : IJournal
{
    public List<JournalEntry> Entries { get; } = [];

    public IObservable<long> Durable => Observable.Never<long>();

    public void Append(JournalEntry entry) => Entries.Add(entry);
}

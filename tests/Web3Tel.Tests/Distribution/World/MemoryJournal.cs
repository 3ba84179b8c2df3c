using System.Reactive.Linq;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution.World;

sealed class MemoryJournal : IJournal
{
    public List<JournalEntry> Entries { get; } = [];

    public IObservable<long> Durable => Observable.Never<long>();

    /// <summary>Called with each entry, before what it leads to is carried out.</summary>
    public Action<JournalEntry> Appended { get; set; } = _ => { };

    public void Append(JournalEntry entry)
    {
        Entries.Add(entry);
        Appended(entry);
    }
}

using System.Reactive.Subjects;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution.World;

sealed class MemoryJournal : IJournal
{
    readonly BehaviorSubject<long> _durable = new(0);

    public List<JournalEntry> Entries { get; } = [];

    public IObservable<long> Durable => _durable;

    /// <summary>Whether nothing that is appended reaches the disk.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Called with each entry, before what it leads to is carried out.</summary>
    public Action<JournalEntry> Appended { get; set; } = _ => { };

    public void Append(JournalEntry entry)
    {
        Entries.Add(entry);
        Appended(entry);
        if (!IsStuck)
        {
            _durable.OnNext(entry.Number);
        }
    }
}

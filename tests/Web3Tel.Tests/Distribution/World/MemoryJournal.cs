using System.Reactive.Subjects;
using Web3Tel.Journal;

namespace Web3Tel.Tests.Distribution.World;

sealed class MemoryJournal : IJournal
{
    readonly BehaviorSubject<long> _durable = new(0);

    public List<JournalEntry> Entries { get; } = [];

    public IObservable<long> Durable => _durable;

    /// <summary>Carries out the writing, sooner or later.</summary>
    public Action<Action> Writing { get; init; } = write => write();

    /// <summary>Called with each entry, before what it leads to is carried out.</summary>
    public Action<JournalEntry> Appended { get; set; } = _ => { };

    public void Append(JournalEntry entry)
    {
        Entries.Add(entry);
        Writing(() => _durable.OnNext(entry.Number));
        Appended(entry);
    }
}

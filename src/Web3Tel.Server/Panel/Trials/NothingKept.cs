using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Auditing;
using Web3Tel.Distribution;
using Web3Tel.History;
using Web3Tel.Journal;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Panel.Trials;

/// <summary>Takes all that a trial would write down, and keeps none of it.</summary>
/// <param name="heard">Takes what happens in the call center.</param>
sealed class NothingKept(Action<Event> heard) : IJournal, IHistory, IMessages
{
    public IObservable<long> Durable { get; } = Observable.Return(long.MaxValue).Concat(Observable.Never<long>());

    public void Append(JournalEntry entry) => heard(entry.Event);

    public void Put(HistoryEntry entry)
    {
    }

    public void Put(AuditRecord record)
    {
    }

    public IObservable<bool> Begin(VoiceMessage message) => Observable.Return(true);

    public IObservable<Unit> Change(string id, Func<VoiceMessage, VoiceMessage> change) => Observable.Return(Unit.Default);

    public IObservable<VoiceMessage?> Find(string id) => Observable.Return<VoiceMessage?>(null);
}

using System.Reactive;
using System.Reactive.Linq;
using Web3Tel.Voicemail;

namespace Web3Tel.Tests.Voicemail;

/// <summary>Messages in memory, on a disk that the test can stop.</summary>
sealed class MemoryMessages : IMessages
{
    readonly SortedDictionary<string, VoiceMessage> _all = new(StringComparer.Ordinal);

    public IReadOnlyList<VoiceMessage> All => [.. _all.Values];

    public IReadOnlyList<VoiceMessage> Kept => [.. _all.Values.Where(message => message.State == MessageState.Kept)];

    /// <summary>Whether files can be recorded; null when that never comes out.</summary>
    public bool? HasRoom { get; set; } = true;

    /// <summary>Whether nothing reaches the disk.</summary>
    public bool IsStuck { get; set; }

    public IObservable<bool> Begin(VoiceMessage message)
    {
        _all.Add(message.Id, message);
        var room = HasRoom is { } hasRoom ? Observable.Return(hasRoom) : Observable.Never<bool>();
        return IsStuck ? room.Concat(Observable.Never<bool>()) : room;
    }

    public IObservable<Unit> Change(string id, Func<VoiceMessage, VoiceMessage> change)
    {
        if (_all.TryGetValue(id, out var message))
        {
            _all[id] = change(message);
        }

        return IsStuck ? Observable.Never<Unit>() : Observable.Return(Unit.Default);
    }

    public IObservable<VoiceMessage?> Find(string id) => Observable.Defer(() => Observable.Return(_all.GetValueOrDefault(id)));
}

using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Callbacks;

namespace Web3Tel.Tests.Callbacks;

/// <summary>Wishes in memory, answered as the test says.</summary>
sealed class MemoryCallbacks : ICallbacks
{
    public List<CallbackWish> Asked { get; } = [];

    public Func<CallbackWish, CallbackReply> Answer { get; set; } = _ => CallbackReply.Accepted;

    /// <summary>When set, the answer comes when the test says so.</summary>
    public Subject<CallbackReply>? Held { get; set; }

    public IObservable<CallbackReply> Ask(CallbackWish wish)
    {
        Asked.Add(wish);
        return Held?.Take(1) ?? Observable.Return(Answer(wish));
    }
}

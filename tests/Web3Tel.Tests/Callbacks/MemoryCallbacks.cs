using System.Reactive.Linq;
using Web3Tel.Callbacks;

namespace Web3Tel.Tests.Callbacks;

/// <summary>Wishes in memory, answered as the test says.</summary>
sealed class MemoryCallbacks : ICallbacks
{
    public List<CallbackWish> Asked { get; } = [];

    public Func<CallbackWish, CallbackReply> Answer { get; set; } = _ => CallbackReply.Accepted;

    /// <summary>Whether nothing reaches the disk.</summary>
    public bool IsStuck { get; set; }

    public IObservable<CallbackReply> Ask(CallbackWish wish)
    {
        Asked.Add(wish);
        return IsStuck ? Observable.Never<CallbackReply>() : Observable.Return(Answer(wish));
    }
}

using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>A call whose every command is done at once, but for music, which has no end.</summary>
sealed class BenchCall(CallRef id, DateTimeOffset arrived, Action<BenchCall> hungUp) : ICall
{
    readonly Subject<CallEvent> events = new();

    public CallInfo Info { get; } = new(id, "+79161234567", "Иван Петров", "1000", arrived, ImmutableDictionary<string, string>.Empty);

    public IObservable<CallEvent> Events => events;

    public IObservable<Reply> Do(CallCommand command) => command switch
    {
        CallCommand.PlayMusic => Observable.Never<Reply>(),
        CallCommand.HangUp => Observable.Defer(() =>
        {
            hungUp(this);
            return Observable.Return(Reply.Done);
        }),
        _ => Observable.Return(Reply.Done),
    };

    /// <summary>Tells that it is over.</summary>
    public void End(DateTimeOffset at, HungUpBy by)
    {
        events.OnNext(new CallEvent.HungUp(at, HangupCause.NormalClearing, by));
        events.OnCompleted();
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>A call whose prompts last until a key is pressed, and which knows when the last one began. All other commands are done at once.</summary>
sealed class KeyedCall(string id, DateTimeOffset arrived) : ICall
{
    readonly Subject<CallEvent> events = new();

    public CallInfo Info { get; } = new(new CallRef("fs1", id), "+79161234567", "Иван Петров", "1000", arrived, ImmutableDictionary<string, string>.Empty);

    public IObservable<CallEvent> Events => events;

    /// <summary>When the last prompt began.</summary>
    public long PlayedAt { get; private set; }

    public IObservable<Reply> Do(CallCommand command) => command is CallCommand.Play
        ? Observable.Create<Reply>(_ =>
        {
            PlayedAt = Stopwatch.GetTimestamp();
            return () => { };
        })
        : Observable.Return(Reply.Done);

    public void Press(char key, DateTimeOffset at) => events.OnNext(new CallEvent.Digit(at, key));

    public void HangUp(DateTimeOffset at)
    {
        events.OnNext(new CallEvent.HungUp(at, HangupCause.NormalClearing, HungUpBy.Party));
        events.OnCompleted();
    }
}

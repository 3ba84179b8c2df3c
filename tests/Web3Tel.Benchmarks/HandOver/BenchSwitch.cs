using System.Diagnostics;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>A switch that costs nothing: what is measured is the call center alone.</summary>
sealed class BenchSwitch(DateTimeOffset start) : ISwitch
{
    const string Node = "fs1";

    readonly Subject<ICall> calls = new();
    readonly BehaviorSubject<NodeState> nodes = new(new NodeState.Up(Node, []));
    readonly Queue<(IObserver<ICall> Observer, BenchCall Leg)> ringing = new();
    readonly List<BenchCall> ending = [];

    public IObservable<ICall> Calls => calls;

    public IObservable<NodeState> Nodes => nodes;

    /// <summary>When the last phone began to ring.</summary>
    public long RangAt { get; private set; }

    public void Arrive() => calls.OnNext(new BenchCall(new CallRef(Node, Guid.NewGuid().ToString()), start, ending.Add));

    /// <summary>The operator whose phone has rung longest answers.</summary>
    public BenchCall Answer()
    {
        var (observer, leg) = ringing.Dequeue();
        observer.OnNext(leg);
        return leg;
    }

    /// <summary>Whoever was hung up is gone.</summary>
    public void EndCalls()
    {
        foreach (var call in ending.ToArray())
        {
            call.End(start, HungUpBy.Service);
        }

        ending.Clear();
    }

    public IObservable<ICall> Originate(Dial dial) => Observable.Create<ICall>(observer =>
    {
        RangAt = Stopwatch.GetTimestamp();
        ringing.Enqueue((observer, new BenchCall(dial.Ref, start, ending.Add)));
        return () => { };
    });

    public ICall Attach(LiveCall call) => throw new InvalidOperationException($"Nothing survived that {call.Ref} could be.");
}

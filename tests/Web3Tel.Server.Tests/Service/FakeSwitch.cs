using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;
using Web3Tel.FreeSwitch.Gateways;

namespace Web3Tel.Server.Tests.Service;

/// <summary>A switch in the hands of a test: who calls, who answers, who hangs up.</summary>
/// <param name="before">The same before a restart of the service: ids of calls go on.</param>
sealed class FakeSwitch(FakeSwitch? before = null) : ISwitch, IGateways
{
    public const string Node = "fake";

    readonly Subject<ICall> calls = new();
    readonly ReplaySubject<NodeState> nodes = new(1);
    readonly Subject<PhoneUse> uses = new();
    readonly ConcurrentDictionary<string, (Dial Dial, IObserver<ICall> Observer)> ringing = new();
    int count = before?.count ?? 0;

    public IObservable<ICall> Calls => calls;

    public IObservable<NodeState> Nodes => nodes;

    /// <summary>Phones that ask for their messages.</summary>
    public Subject<string> Asking { get; } = new();

    public IObservable<string> MessageQueries => Asking;

    /// <summary>What was last shown on the lamp of each phone.</summary>
    public ConcurrentDictionary<string, (int Unread, int Read)> Lamps { get; } = new();

    public IObservable<Reply> ShowMessages(string destination, int unread, int read) => Observable.Defer(() =>
    {
        Lamps[destination] = (unread, read);
        return Observable.Return(Reply.Done);
    });

    /// <summary>As the switch tells of them.</summary>
    public ReplaySubject<NodeGateways> ToProviders { get; } = new(1);

    public IObservable<NodeGateways> Gateways => ToProviders;

    public IObservable<PhoneUse> PhoneUses => uses;

    public void Uses(string phone, bool inUse) => uses.OnNext(new PhoneUse(phone, Node, inUse));

    public void Connect(params ImmutableArray<LiveCall> live) => nodes.OnNext(new NodeState.Up(Node, live));

    public void Disconnect(string why) => nodes.OnNext(new NodeState.Down(Node, why));

    /// <param name="remembered">What the call itself remembers of the service before a restart, by the names of channel variables.</param>
    public FakeCall Call(string number, string name = "", string dialled = "1000", params (string Name, string Value)[] remembered)
    {
        var call = new FakeCall(new CallInfo(
            new CallRef(Node, $"call-{Interlocked.Increment(ref count)}"), number, name, dialled, TimeProvider.System.GetUtcNow(), remembered.ToImmutableDictionary(one => one.Name, one => one.Value)));
        calls.OnNext(call);
        return call;
    }

    public bool Rings(string destination) => ringing.ContainsKey(destination);

    public FakeCall Answer(string destination)
    {
        ringing.TryRemove(destination, out var ring);
        var leg = new FakeCall(new CallInfo(ring.Dial.Ref, ring.Dial.CallerNumber, ring.Dial.CallerName, destination, TimeProvider.System.GetUtcNow(), ring.Dial.Variables));
        ring.Observer.OnNext(leg);
        ring.Observer.OnCompleted();
        return leg;
    }

    /// <summary>A customer who is called back answers, and reaches the service by the dialplan.</summary>
    public FakeCall Arrive(string destination)
    {
        var leg = Answer(destination);
        calls.OnNext(leg);
        return leg;
    }

    /// <summary>A caller on hold reaches the service by the dialplan.</summary>
    public void ComeToHold(FakeCall call) => calls.OnNext(call);

    public void Refuse(string destination, HangupCause cause)
    {
        ringing.TryRemove(destination, out var ring);
        ring.Observer.OnError(new DialFailedException(cause));
    }

    public IObservable<ICall> Originate(Dial dial) => Observable.Create<ICall>(observer =>
    {
        ringing[dial.Destination] = (dial, observer);
        return Disposable.Create(() => ringing.TryRemove(dial.Destination, out _));
    });

    public ICall Attach(LiveCall call) =>
        new FakeCall(new CallInfo(call.Ref, call.Number, call.Name, call.Dialled, call.Created, ImmutableDictionary<string, string>.Empty));
}

using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Tests.Flows;

/// <summary>A switch by hand: the test brings the calls and answers the phones.</summary>
sealed class ScriptedSwitch : ISwitch
{
    public Subject<ICall> Arriving { get; } = new();

    public ReplaySubject<NodeState> States { get; } = new(1);

    public Subject<DeviceChange> Phones { get; } = new();

    public Subject<PhoneUse> Uses { get; } = new();

    /// <summary>Phones that ring at the moment, by destination.</summary>
    public Dictionary<string, (Dial Dial, IObserver<ICall> Observer)> Ringing { get; } = [];

    public Dictionary<CallRef, ScriptedCall> Attached { get; } = [];

    public Func<Dial, IObservable<ICall>>? OnOriginate { get; set; }

    public IObservable<ICall> Calls => Arriving;

    public IObservable<NodeState> Nodes => States;

    public IObservable<DeviceChange> Devices => Phones;

    public IObservable<PhoneUse> PhoneUses => Uses;

    public IObservable<ICall> Originate(Dial dial) => OnOriginate?.Invoke(dial) ?? Observable.Create<ICall>(observer =>
    {
        Ringing[dial.Destination] = (dial, observer);
        return () => Ringing.Remove(dial.Destination);
    });

    public ICall Attach(LiveCall call) => Attached[call.Ref] = new ScriptedCall(call.Ref.Id);

    public ScriptedCall Answer(string destination)
    {
        var (dial, observer) = Ringing[destination];
        var leg = new ScriptedCall(dial.Ref.Id);
        observer.OnNext(leg);
        return leg;
    }
}

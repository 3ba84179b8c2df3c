using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Panel.Trials;

/// <summary>A switch that is only thought of, with one caller.</summary>
sealed class TrialSwitch(IScheduler clock, TrialOperators operators, Func<string, TimeSpan?> lengthOf, Action<TrialKind, string> tell) : ISwitch
{
    public const string Node = "trial";

    static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(3);

    readonly Subject<ICall> arriving = new();
    readonly Dictionary<CallRef, TrialCall> legs = [];
    readonly Dictionary<CallRef, string> phones = [];

    public IObservable<ICall> Calls => arriving;

    public IObservable<NodeState> Nodes { get; } = Observable.Return<NodeState>(new NodeState.Up(Node, [])).Concat(Observable.Never<NodeState>());

    public TrialCall Arrives(CallInfo info)
    {
        var call = Leg(info, tell);
        arriving.OnNext(call);
        return call;
    }

    public IObservable<ICall> Originate(Dial dial) => Observable.Defer(() =>
    {
        tell(operators == TrialOperators.Busy ? TrialKind.Busy : TrialKind.Rings, dial.Destination);
        return operators switch
        {
            TrialOperators.Answer => Observable.Timer(TimeToAnswer, clock).Select(_ =>
            {
                phones[dial.Ref] = dial.Destination;
                return (ICall)Leg(new CallInfo(dial.Ref, dial.CallerNumber, dial.CallerName, dial.Destination, clock.Now, dial.Variables), null);
            }),
            TrialOperators.Busy => Failed(TimeSpan.FromSeconds(1), HangupCause.UserBusy),
            TrialOperators.Nobody => Failed(dial.RingTime, HangupCause.NoAnswer),
        };
    });

    public ICall Attach(LiveCall call) => legs.TryGetValue(call.Ref, out var leg) ? leg : Leg(new CallInfo(call.Ref, call.Number, call.Name, call.Dialled, call.Created, ImmutableDictionary<string, string>.Empty), null);

    IObservable<ICall> Failed(TimeSpan after, HangupCause why) => Observable.Timer(after, clock).SelectMany(_ => Observable.Throw<ICall>(new DialFailedException(why)));

    TrialCall Leg(CallInfo info, Action<TrialKind, string>? told) => legs[info.Ref] = new TrialCall(info, clock, lengthOf, told, Bridge);

    bool Bridge(TrialCall one, CallRef with)
    {
        if (!legs.TryGetValue(with, out var other) || other.IsOver)
        {
            return false;
        }

        tell(TrialKind.Talks, phones.GetValueOrDefault(with) ?? phones.GetValueOrDefault(one.Info.Ref) ?? with.Id);
        one.Join(with);
        other.Join(one.Info.Ref);
        Follow(one, other);
        Follow(other, one);
        return true;
    }

    static void Follow(TrialCall one, TrialCall other) => one.Events.OfType<CallEvent.HungUp>().Subscribe(ended => other.End(ended.Cause, HungUpBy.Peer));
}

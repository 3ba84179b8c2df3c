using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Microsoft.Extensions.Logging;
using Web3Tel.Calls;
using Web3Tel.EventSocket;
using Web3Tel.FreeSwitch.Legs;
using Web3Tel.FreeSwitch.Nodes;

namespace Web3Tel.FreeSwitch;

/// <summary>The call center's switch: a FreeSWITCH that hands calls over by the dialplan and is commanded over the Event Socket.</summary>
public sealed class FreeSwitchSwitch : ISwitch, IDisposable
{
    readonly Subject<ICall> calls = new();
    readonly ReplaySubject<NodeState> nodes = new(1);
    readonly ConcurrentDictionary<string, CallerLeg> callers = new();
    readonly CompositeDisposable subscriptions = [];
    readonly OutboundListener listener;
    readonly Node node;

    /// <param name="options">How to use it.</param>
    /// <param name="inbound">The connection to command it by; started by <see cref="Start"/>.</param>
    /// <param name="listener">Where it hands over its calls.</param>
    /// <param name="scheduler">The clock.</param>
    /// <param name="logger">The log.</param>
    public FreeSwitchSwitch(FreeSwitchOptions options, InboundSocket inbound, OutboundListener listener, IScheduler scheduler, ILogger logger)
    {
        this.listener = listener;
        node = new Node(options, inbound, scheduler, logger);
    }

    public IObservable<ICall> Calls => calls;

    public IObservable<NodeState> Nodes => nodes;

    public IObservable<DeviceChange> Devices => node.Devices;

    public IObservable<string> MessageQueries => node.MessageQueries;

    public IObservable<PhoneUse> PhoneUses => node.OutsideCalls.Changes;

    /// <summary>
    /// Begins: listens for calls, commands FreeSWITCH, and tells its dialplan by a heartbeat that it may hand calls over.
    /// Subscribe to <see cref="Calls"/> and <see cref="Nodes"/> before.
    /// </summary>
    public void Start()
    {
        subscriptions.Add(listener.Connections.Subscribe(Receive));
        subscriptions.Add(node.Inbound.Events.Retry().Subscribe(node.OutsideCalls.Hear));
        subscriptions.Add(node.States.Subscribe(Tell));
        subscriptions.Add(node.Heartbeats.Subscribe());
        node.Inbound.Start();
    }

    public IObservable<ICall> Originate(Dial dial) => Originating.Ring(dial, node);

    public IObservable<Reply> ShowMessages(string destination, int unread, int read) => node.ShowMessages(destination, unread, read);

    public IObservable<bool> Lives(CallRef call) => node.Exists(call.Id);

    public ICall Attach(LiveCall call) => FollowedLeg.Found(
        new CallInfo(call.Ref, call.Number, call.Name, call.Dialled, call.Created, ImmutableDictionary<string, string>.Empty),
        node);

    public void Dispose()
    {
        node.Forget(node.Api(Heartbeat.Stop));
        subscriptions.Dispose();
        foreach (var leg in callers.Values)
        {
            leg.Dispose();
        }
    }

    void Tell(NodeState state)
    {
        nodes.OnNext(state);
        if (state is NodeState.Up)
        {
            node.OutsideCalls.Settle();
        }
    }

    /// <summary>A call that comes a second time (the service was away, its operator vanished under the bridge) replaces its first coming.</summary>
    void Receive(OutboundSocket socket)
    {
        var channel = socket.ChannelData;
        var info = CallInfoMapping.Read(channel, node.Name, node.Now);
        var leg = new CallerLeg(info, CallInfoMapping.Place(channel), socket, node);
        if (callers.TryRemove(info.Ref.Id, out var earlier))
        {
            leg.Replace(earlier);
        }

        callers[info.Ref.Id] = leg;
        leg.Events.Subscribe(_ => { }, () => callers.TryRemove(KeyValuePair.Create(info.Ref.Id, leg)));
        calls.OnNext(leg);
    }
}

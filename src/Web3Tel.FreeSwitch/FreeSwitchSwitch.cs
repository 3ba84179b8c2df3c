using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Microsoft.Extensions.Logging;
using Web3Tel.Calls;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Messages;
using Web3Tel.FreeSwitch.Gateways;
using Web3Tel.FreeSwitch.Legs;
using Web3Tel.FreeSwitch.Nodes;

namespace Web3Tel.FreeSwitch;

/// <summary>
/// The call center's switch: one FreeSWITCH or several, which hand calls over by the dialplan and are commanded over the Event Socket. What belongs
/// to a call happens on the FreeSWITCH it is on.
/// </summary>
public sealed class FreeSwitchSwitch : ISwitch, IGateways, IDisposable
{
    /// <summary>A call may come before we know of whom: we have just started, or that FreeSWITCH has.</summary>
    static readonly TimeSpan UntilKnown = TimeSpan.FromSeconds(5);

    readonly Subject<ICall> calls = new();
    readonly ConcurrentDictionary<string, CallerLeg> callers = new();
    readonly CompositeDisposable subscriptions = [];
    readonly OutboundListener listener;
    readonly IScheduler scheduler;
    readonly ILogger logger;
    readonly ImmutableArray<Node> nodes;

    /// <param name="options">How to use it.</param>
    /// <param name="inbound">The connection to command it by; started by <see cref="Start"/>.</param>
    /// <param name="listener">Where it hands over its calls.</param>
    /// <param name="scheduler">The clock.</param>
    /// <param name="logger">The log.</param>
    public FreeSwitchSwitch(FreeSwitchOptions options, InboundSocket inbound, OutboundListener listener, IScheduler scheduler, ILogger logger)
        : this([(options, inbound)], listener, scheduler, logger)
    {
    }

    /// <param name="several">Each FreeSWITCH: how to use it, under a name that no other has, and the connection to command it by; started by <see cref="Start"/>.</param>
    /// <param name="listener">Where all of them hand over their calls.</param>
    /// <param name="scheduler">The clock.</param>
    /// <param name="logger">The log.</param>
    public FreeSwitchSwitch(
        IEnumerable<(FreeSwitchOptions Options, InboundSocket Inbound)> several, OutboundListener listener, IScheduler scheduler, ILogger logger)
    {
        (this.listener, this.scheduler, this.logger) = (listener, scheduler, logger);
        nodes = [.. several.Select(one => new Node(one.Options, one.Inbound, scheduler, logger))];
    }

    public IObservable<ICall> Calls => calls;

    public IObservable<NodeState> Nodes => nodes.Select(node => node.Told).Merge();

    public IObservable<DeviceChange> Devices => Registrations.Read(nodes.Select(node => node.Inbound.Events));

    public IObservable<string> MessageQueries => nodes.Select(node => node.MessageQueries).Merge();

    public IObservable<NodeGateways> Gateways => nodes.Select(node => node.Gateways).Merge();

    public IObservable<PhoneUse> PhoneUses => nodes.Select(node => node.OutsideCalls.Changes).Merge();

    /// <summary>
    /// Begins: listens for calls, commands FreeSWITCH, and tells its dialplan by a heartbeat that it may hand calls over.
    /// Subscribe to <see cref="Calls"/> and <see cref="Nodes"/> before.
    /// </summary>
    public void Start()
    {
        subscriptions.Add(listener.Connections.Subscribe(Receive));
        foreach (var node in nodes)
        {
            subscriptions.Add(node.Inbound.Events.Retry().Subscribe(node.OutsideCalls.Hear));
            subscriptions.Add(node.States.Subscribe(state => Tell(node, state)));
            subscriptions.Add(node.Heartbeats.Subscribe());
            node.Inbound.Start();
        }
    }

    public IObservable<ICall> Originate(Dial dial) => Originating.Ring(dial, NodeOf(dial.Ref));

    /// <summary>Nobody knows at which of them a phone is registered: all are told, and it is done when one has done it.</summary>
    public IObservable<Reply> ShowMessages(string destination, int unread, int read) => nodes
        .Select(node => node.ShowMessages(destination, unread, read))
        .Merge()
        .Aggregate((one, other) => one.Outcome == ReplyOutcome.Done ? one : other);

    public IObservable<bool> Lives(CallRef call) => NodeOf(call).Exists(call.Id);

    public IObservable<bool> AreJoined(CallRef call, CallRef other) => NodeOf(call).AreJoined(call.Id, other.Id);

    /// <summary>Whether each of them has a module loaded, such as <c>mod_tts_commandline</c>; nothing before all have said so.</summary>
    public IObservable<bool> Have(string module) =>
        nodes.Select(node => node.Has(module)).CombineLatest(has => has.All(one => one)).DistinctUntilChanged();

    public ICall Attach(LiveCall call) => FollowedLeg.Found(
        new CallInfo(call.Ref, call.Number, call.Name, call.Dialled, call.Created, ImmutableDictionary<string, string>.Empty),
        NodeOf(call.Ref));

    public void Dispose()
    {
        foreach (var node in nodes)
        {
            node.Forget(node.Api(Heartbeat.Stop));
        }

        subscriptions.Dispose();
        foreach (var leg in callers.Values)
        {
            leg.Dispose();
        }
    }

    /// <summary>The FreeSWITCH that a call is on; the first one for a name that is set no more.</summary>
    Node NodeOf(CallRef call) => nodes.FirstOrDefault(node => node.Name == call.Node) ?? nodes[0];

    static void Tell(Node node, NodeState state)
    {
        node.Told.OnNext(state);
        if (state is NodeState.Up)
        {
            node.OutsideCalls.Settle();
        }
    }

    /// <summary>Of several it is the one whose run the call tells of.</summary>
    void Receive(OutboundSocket socket)
    {
        if (nodes is [var only])
        {
            Receive(socket, only);
            return;
        }

        var core = socket.ChannelData[HeaderNames.CoreUuid] ?? "";
        nodes
            .Select(node => node.Cores.Where(known => known == core).Select(_ => node))
            .Merge()
            .Take(1)
            .Timeout(UntilKnown, scheduler)
            .Subscribe(
                node => Receive(socket, node),
                _ =>
                {
                    Log.Stranger(logger, core);
                    socket.Dispose();
                });
    }

    /// <summary>A call that comes a second time (the service was away, its operator vanished under the bridge) replaces its first coming.</summary>
    void Receive(OutboundSocket socket, Node node)
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

using System.Reactive;
using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Distribution;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Flows;
using Web3Tel.FreeSwitch;
using Web3Tel.Simulator;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>The call center and a simulated FreeSWITCH on one thread and one clock, with everything between them but sockets.</summary>
sealed class WiredCenter : IDisposable
{
    readonly InboundSocket inbound;
    readonly FreeSwitchSwitch ports;
    readonly Distributor center;

    /// <param name="reception">What callers meet.</param>
    /// <param name="watchCommands">Whoever looks at the service's connection to the event socket.</param>
    /// <param name="watchCalls">Whoever looks at the connections of calls.</param>
    public WiredCenter(Func<Distributor, IScheduler, Flow<Unit>> reception, Func<IConnector, IConnector> watchCommands, Func<IAcceptor, IAcceptor> watchCalls)
    {
        var (door, service) = (new MemoryLink(Clock), new MemoryLink(Clock));
        FreeSwitch = new SimulatedFreeSwitch(Clock, new SimulatorOptions { Seed = 7 }, _ => service);
        FreeSwitch.Listen(door);
        inbound = new InboundSocket(watchCommands(door), new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(1) }, Clock);
        var listener = new OutboundListener(watchCalls(service), new OutboundListenerOptions { Delivery = DeliveryMode.Inline }, Clock);
        ports = new FreeSwitchSwitch(new FreeSwitchOptions(), inbound, listener, Clock, NullLogger.Instance);
        var nowhere = new Nowhere();
        center = new Distributor(ports, nowhere, nowhere, Clock);
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, reception(center, Clock));
        ports.Start();
        Clock.AdvanceBy(TimeSpan.FromSeconds(1));
    }

    public HistoricalScheduler Clock { get; } = new(BenchCenter.Start);

    public SimulatedFreeSwitch FreeSwitch { get; }

    public void Dispose()
    {
        center.Dispose();
        ports.Dispose();
        inbound.Dispose();
        FreeSwitch.Dispose();
    }
}

using System.Reactive.Concurrency;
using System.Reactive.Subjects;
using FluentAssertions;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;
using Xunit;

namespace Web3Tel.Tests.Simulator;

public sealed class AfterTheEndTests
{
    /// <summary>Seen once: the end of a connection came from its own thread after the scheduler was gone, and ended the process.</summary>
    [Fact]
    public void What_is_posted_when_simulator_and_scheduler_are_gone_harms_nobody()
    {
        var scheduler = new EventLoopScheduler();
        var freeSwitch = new SimulatedFreeSwitch(scheduler, new SimulatorOptions(), _ => throw new InvalidOperationException("Nobody is called."));
        freeSwitch.Dispose();
        scheduler.Dispose();

        freeSwitch.Invoking(it => it.Post(() => { })).Should().NotThrow();
    }

    [Fact]
    public void A_connection_that_comes_too_late_is_closed()
    {
        var clock = new HistoricalScheduler(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var service = new SlowService();
        var options = new SimulatorOptions { Dialplan = _ => [new DialplanAction("socket", "127.0.0.1:8084 async full")] };
        var freeSwitch = new SimulatedFreeSwitch(clock, options, _ => service);
        freeSwitch.Call("+79161234567");
        clock.AdvanceBy(TimeSpan.FromSeconds(1));
        service.Connecting.HasObservers.Should().BeTrue();
        freeSwitch.Dispose();

        var late = new Line();
        service.Connecting.OnNext(late);

        late.IsClosed.Should().BeTrue();
    }

    sealed class SlowService : IConnector
    {
        public Subject<ITransport> Connecting { get; } = new();

        public IObservable<ITransport> Connect() => Connecting;
    }

    sealed class Line : ITransport
    {
        public bool IsClosed { get; private set; }

        public string Peer => "127.0.0.1:8084";

        public void Start(ITransportReader reader) => throw new InvalidOperationException("Nobody is there to read.");

        public void Write(ReadOnlySpan<byte> bytes) => throw new InvalidOperationException("Nobody is there to write.");

        public void Dispose() => IsClosed = true;
    }
}

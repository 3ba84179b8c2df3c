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

/// <summary>
/// From the bytes that tell of the end of an operator's leg to the bytes that ring the next phone, through everything but sockets and
/// disk. The simulated FreeSWITCH is on the same thread, and its time is not counted.
/// </summary>
static class OverTheWire
{
    const int WarmUp = 500;
    const int Rounds = 3_000;

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static Percentiles Run(int waiting)
    {
        var clock = new HistoricalScheduler(BenchCenter.Start);
        var (door, service) = (new MemoryLink(clock), new MemoryLink(clock));
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Seed = 7 }, _ => service);
        freeSwitch.Listen(door);
        foreach (var agent in BenchCenter.Configuration.Agents)
        {
            freeSwitch.Operator(agent.Id).Answers(TimeSpan.Zero).Talks(TimeSpan.FromMilliseconds(500));
        }

        var tap = new Tap();
        using var inbound = new InboundSocket(tap.On((IConnector)door), new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(1) }, clock);
        var listener = new OutboundListener(tap.On((IAcceptor)service), new OutboundListenerOptions { Delivery = DeliveryMode.Inline }, clock);
        using var ports = new FreeSwitchSwitch(new FreeSwitchOptions(), inbound, listener, clock, NullLogger.Instance);
        var nowhere = new Nowhere();
        using var center = new Distributor(ports, nowhere, nowhere, clock);
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, Reception.Flow(center, null, BenchCenter.Queue));
        ports.Start();
        clock.AdvanceBy(TimeSpan.FromSeconds(1));

        var called = 0;
        var times = new Percentiles();
        void Call() => freeSwitch.Call($"+7{called++:D10}").WaitsAtMost(Limit);
        for (var i = 0; i < waiting + BenchCenter.Operators; i++)
        {
            Call();
        }

        var begun = 0;
        tap.Rang = taken =>
        {
            clock.Schedule(Call);
            if (++begun > WarmUp)
            {
                times.Add(taken);
            }
        };
        while (times.Count < Rounds)
        {
            clock.AdvanceBy(Step);
            if (clock.Now > BenchCenter.Start + Limit)
            {
                throw new InvalidOperationException($"Only {times.Count} hand-overs in {Limit}: the benchmark is not measuring what it says.");
            }
        }

        return times;
    }
}

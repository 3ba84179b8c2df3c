using System.Reactive;
using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Distribution;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Flows;
using Web3Tel.FreeSwitch;
using Web3Tel.Simulator;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>
/// From the bytes that tell of a key to those of the command that plays the next prompt, without sockets. The simulated FreeSWITCH is on the same
/// thread, and what it answers in between is counted.
/// </summary>
static class KeysOverTheWire
{
    const int WarmUp = 50;
    const int Calls = 500;

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public static Percentiles Run(Func<Distributor, IScheduler, Flow<Unit>> reception)
    {
        var clock = new HistoricalScheduler(BenchCenter.Start);
        var (door, service) = (new MemoryLink(clock), new MemoryLink(clock));
        using var freeSwitch = new SimulatedFreeSwitch(clock, new SimulatorOptions { Seed = 7 }, _ => service);
        freeSwitch.Listen(door);
        var times = new Percentiles();
        using var inbound = new InboundSocket(door, new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(1) }, clock);
        var listener = new OutboundListener(
            new TappedAcceptor(service, () => new KeyTap(times.Add)), new OutboundListenerOptions { Delivery = DeliveryMode.Inline }, clock);
        using var ports = new FreeSwitchSwitch(new FreeSwitchOptions(), inbound, listener, clock, NullLogger.Instance);
        var nowhere = new Nowhere();
        using var center = new Distributor(ports, nowhere, nowhere, clock);
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, reception(center, clock));
        ports.Start();
        clock.AdvanceBy(TimeSpan.FromSeconds(1));

        for (var i = 0; i < WarmUp + Calls; i++)
        {
            if (i == WarmUp)
            {
                times.Clear();
            }

            var caller = freeSwitch.Call($"+7{i:D10}");
            for (var key = 0; key < BenchMenus.Keys.Length; key++)
            {
                caller.PressesAfter(MenuBenchmark.BetweenKeys * (key + 1), $"{BenchMenus.Keys[key]}");
            }

            for (var end = clock.Now + (MenuBenchmark.BetweenKeys * (BenchMenus.Keys.Length + 1)); clock.Now < end;)
            {
                clock.AdvanceBy(Step);
            }

            caller.HangsUp();
            clock.AdvanceBy(Step);
        }

        return times;
    }
}

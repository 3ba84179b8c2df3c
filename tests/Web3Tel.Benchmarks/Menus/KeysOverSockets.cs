using System.Net;
using System.Reactive;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Benchmarks.HandOver;
using Web3Tel.Distribution;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Flows;
using Web3Tel.FreeSwitch;
using Web3Tel.Simulator;

namespace Web3Tel.Benchmarks.Menus;

/// <summary>
/// The same over sockets of this machine, in real time, with the threads the service has: measured where the simulated FreeSWITCH writes the event
/// and reads the command, so both ways through the kernel are in it.
/// </summary>
static class KeysOverSockets
{
    const int AtOnce = 25;
    const int Rounds = 8;

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task<Percentiles> Run(Func<Distributor, IScheduler, Flow<Unit>> reception)
    {
        var scheduler = TaskPoolScheduler.Default;
        var times = new Percentiles();
        var (door, service) = (new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, 0)), new TcpAcceptor(new IPEndPoint(IPAddress.Loopback, 0)));
        using var live = new LiveSimulator(
            new SimulatorOptions { Seed = 7 },
            _ => new TappedConnector(new TcpConnector("127.0.0.1", service.LocalEndPoint!.Port) { OwnThread = false }, () => new KeyTap(Add)));
        var listening = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Do(freeSwitch =>
        {
            freeSwitch.Listen(door, failed => listening.TrySetException(failed));
            if (door.LocalEndPoint is { } at)
            {
                listening.TrySetResult(at);
            }
        });
        var eventSocket = await listening.Task;
        using var inbound = new InboundSocket(new TcpConnector("127.0.0.1", eventSocket.Port), new InboundSocketOptions(), scheduler);
        using var ports = new FreeSwitchSwitch(
            new FreeSwitchOptions(), inbound, new OutboundListener(service, new OutboundListenerOptions(), scheduler), scheduler, NullLogger.Instance);
        var nowhere = new Nowhere();
        using var center = new Distributor(ports, nowhere, nowhere, scheduler);
        center.Start(CallCenter.Empty, Guid.NewGuid(), BenchCenter.Configuration, reception(center, scheduler));
        ports.Start();
        await Until(center, state => !state.Nodes.IsEmpty, "The service did not find FreeSWITCH");

        for (var round = 0; round < Rounds; round++)
        {
            if (round == 1)
            {
                lock (times)
                {
                    times.Clear();
                }
            }

            var seen = AtOnce * (round + 1);
            var over = Until(center, state => state.CallersSeen == seen && state.Callers.IsEmpty, "Not all calls came and ended");
            live.Do(freeSwitch =>
            {
                for (var i = 0; i < AtOnce; i++)
                {
                    Call(freeSwitch, i);
                }
            });
            await over;
        }

        return times;

        // On the threads of the connections.
        void Add(long ticks)
        {
            lock (times)
            {
                times.Add(ticks);
            }
        }
    }

    /// <summary>Callers press keys at different times.</summary>
    static void Call(SimulatedFreeSwitch freeSwitch, int i)
    {
        var caller = freeSwitch.Call($"+7{i:D10}");
        var apart = MenuBenchmark.BetweenKeys * i / AtOnce;
        for (var key = 0; key < BenchMenus.Keys.Length; key++)
        {
            caller.PressesAfter(apart + (MenuBenchmark.BetweenKeys * (key + 1)), $"{BenchMenus.Keys[key]}");
        }

        caller.HangsUpAfter(apart + (MenuBenchmark.BetweenKeys * (BenchMenus.Keys.Length + 1)));
    }

    /// <summary>Goes on elsewhere than where the call center decides.</summary>
    static Task<CallCenter> Until(Distributor center, Func<CallCenter, bool> isSo, string otherwise) => center.States
        .FirstAsync(isSo)
        .Timeout(
            Limit,
            Observable.Throw<CallCenter>(new InvalidOperationException($"{otherwise} in {Limit}: the benchmark is not measuring what it says.")),
            TaskPoolScheduler.Default)
        .ObserveOn(TaskPoolScheduler.Default)
        .ToTask();
}

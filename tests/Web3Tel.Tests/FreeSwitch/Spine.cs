using System.Reactive;
using System.Reactive.Concurrency;
using FluentAssertions.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.Agents;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Flows;
using Web3Tel.FreeSwitch;
using Web3Tel.History;
using Web3Tel.Outgoing;
using Web3Tel.Phones;
using Web3Tel.Queues;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;
using Web3Tel.Speech;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.Tests.Flows;

namespace Web3Tel.Tests.FreeSwitch;

/// <summary>
/// All of it on one virtual clock and one thread: a simulated FreeSWITCH, the wire, the ports, the engine and its flows. The service can
/// die and be born again; FreeSWITCH, journal and history outlive it.
/// </summary>
sealed class Spine : IDisposable
{
    readonly MemoryLink door;
    readonly MemoryLink service;
    readonly Func<Distributor, IScheduler, Flow<Unit>> reception;
    readonly Func<Distributor, Func<CallInfo, Flow<Unit>?>> serviceNumbers;
    readonly ISpeaker? speaker;
    readonly PhoneSettings? phones;
    readonly NamedSteps steps;
    Life? life;
    int lives;

    public Spine(
        int operators = 2,
        MemoryLinkOptions? link = null,
        Func<Distributor, IScheduler, Flow<Unit>>? reception = null,
        Func<QueueSettings, QueueSettings>? queues = null,
        Func<Distributor, Func<CallInfo, Flow<Unit>?>>? serviceNumbers = null,
        OutgoingSettings? outgoing = null,
        ISpeaker? speaker = null,
        NamedSteps? steps = null,
        Func<Configuration, Configuration>? configuration = null,
        PhoneSettings? phones = null)
    {
        this.phones = phones;
        this.speaker = speaker;
        this.steps = steps ?? NamedSteps.None;
        Journal = new MemoryJournal { Writing = write => (DiskIsStuck ? () => { } : write)() };
        this.serviceNumbers = serviceNumbers ?? (_ => _ => null);
        this.reception = reception ?? ((center, _) => Reception.Flow(center, "greeting.wav", "support"));
        door = new MemoryLink(Clock, link);
        service = new MemoryLink(Clock, link);
        FreeSwitch = new SimulatedFreeSwitch(Clock, new SimulatorOptions { Seed = 7, OutgoingNumbers = @"^9(\+?[0-9]+)$" }, _ => service);
        FreeSwitch.Listen(door);
        var usual = new Configuration
        {
            Queues = [Queue("support", queues), Queue("sales", queues)],
            Agents = [.. Enumerable.Range(1, operators).Select(i => new AgentSettings
            {
                Id = $"op{i}",
                Name = $"Operator {i}",
                Destination = $"user/{1000 + i}",
                Queues = ["support", "sales"],
            })],
            LineOut = "sofia/gateway/provider/{number}",
            Outgoing = outgoing ?? new OutgoingSettings { Shown = "+74950000000" },
        };
        Configuration = configuration is null ? usual : configuration(usual);
        Live();
        Run(1);
    }

    public HistoricalScheduler Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public SimulatedFreeSwitch FreeSwitch { get; }

    public Configuration Configuration { get; }

    public ScriptedSpeaker Voice { get; } = new() { IsMute = true };

    public MemoryJournal Journal { get; }

    /// <summary>Whether nothing that is said from now on reaches the disk.</summary>
    public bool DiskIsStuck { get; set; }

    public MemoryHistory Archive { get; } = new();

    /// <summary>One entry a call, as it stands last.</summary>
    public IReadOnlyList<HistoryEntry> History => [.. Archive.Puts.GroupBy(entry => entry.Id).Select(puts => puts.Last())];

    public Distributor Center { get; private set; } = null!;

    /// <summary>The call center's view of FreeSWITCH in this life.</summary>
    public ISwitch Switch => life!.Ports;

    public List<Exception> Faults { get; } = [];

    /// <summary>What the service that lives now hears of FreeSWITCH.</summary>
    public IObservable<EventMessage> Heard => life!.Inbound.Events;

    public SimulatedOperator Operator(int number) => FreeSwitch.Operator($"{1000 + number}");

    public SimulatedCaller Caller(int number) => FreeSwitch.Call($"+7916000{number:0000}", name: $"Caller {number}");

    public Spine Run(double seconds)
    {
        Clock.AdvanceBy(TimeSpan.FromSeconds(seconds));
        return this;
    }

    /// <summary>SIGKILL: the connections break, and nothing is said to anybody.</summary>
    public Spine Kill()
    {
        // FreeSWITCH loses the connections first, so that nothing the dying objects say can reach it.
        FreeSwitch.CutConnections();
        life?.Dispose();
        life = null;
        return this;
    }

    public Spine Live()
    {
        var inbound = new InboundSocket(
            door,
            new InboundSocketOptions { Delivery = DeliveryMode.Inline, Random = new Random(1), LongestRetry = 1.Seconds() },
            Clock);
        var listener = new OutboundListener(service, new OutboundListenerOptions { Delivery = DeliveryMode.Inline }, Clock);
        var ports = new FreeSwitchSwitch(new FreeSwitchOptions { HearsKeys = phones?.PauseRecording is not null }, inbound, listener, Clock, NullLogger.Instance);
        var restored = Web3Tel.Journal.Replay.State(null, Journal.Entries);
        Center = new Distributor(ports, Journal, Archive, Clock, speaker ?? Voice);
        Center.Faults.Subscribe(Faults.Add);
        Center.Start(restored, new Guid(++lives, 0, 0, new byte[8]), Configuration, reception(Center, Clock), steps, serviceNumbers(Center), phones is { } set ? () => set : null);
        ports.Start();
        life = new Life(Center, ports, inbound);
        return this;
    }

    public void Dispose()
    {
        Kill();
        FreeSwitch.Dispose();
    }

    static QueueSettings Queue(string name, Func<QueueSettings, QueueSettings>? change)
    {
        var queue = new QueueSettings { Name = name, RingTime = 20.Seconds(), WrapUp = 5.Seconds() };
        return change is null ? queue : change(queue);
    }

    sealed record Life(Distributor Center, FreeSwitchSwitch Ports, InboundSocket Inbound) : IDisposable
    {
        public void Dispose()
        {
            Center.Dispose();
            Ports.Dispose();
            Inbound.Dispose();
        }
    }
}

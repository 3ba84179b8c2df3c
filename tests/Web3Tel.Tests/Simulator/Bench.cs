using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Tests.Simulator;

/// <summary>A simulated FreeSWITCH and the real client library on both of its sides, on one virtual clock.</summary>
sealed class Bench : IDisposable
{
    public Bench(SimulatorOptions? options = null, MemoryLinkOptions? link = null)
    {
        Service = new MemoryLink(Clock, link);
        Door = new MemoryLink(Clock, link);
        FreeSwitch = new SimulatedFreeSwitch(Clock, options ?? new SimulatorOptions { Dialplan = _ => [new DialplanAction("socket", "127.0.0.1:8084 async full")] }, _ => Service);
        FreeSwitch.Listen(Door);
        Inbound = new InboundSocket(Door, new InboundSocketOptions { Random = new Random(1), Delivery = DeliveryMode.Inline }, Clock);
        Inbound.Start();
        Run(0.1);
    }

    public HistoricalScheduler Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public SimulatedFreeSwitch FreeSwitch { get; }

    /// <summary>What FreeSWITCH's <c>socket</c> connects to.</summary>
    public MemoryLink Service { get; }

    /// <summary>FreeSWITCH's own Event Socket.</summary>
    public MemoryLink Door { get; }

    public InboundSocket Inbound { get; }

    /// <summary>The calls that have reached the service, newest last.</summary>
    public List<OutboundSocket> Calls { get; } = [];

    public OutboundSocket Call => Calls[^1];

    /// <summary>The service listens until the result is disposed.</summary>
    public IDisposable Serve(params EventName[] events) =>
        new OutboundListener(Service, new OutboundListenerOptions { Events = [.. events], Delivery = DeliveryMode.Inline }, Clock).Connections.Subscribe(Calls.Add);

    public Bench Run(double seconds)
    {
        Clock.AdvanceBy(TimeSpan.FromSeconds(seconds));
        return this;
    }

    /// <summary>The answer to an api command, which must come at once.</summary>
    public string Api(string command)
    {
        string? answer = null;
        Inbound.Send(new Api(command)).Subscribe(response => answer = response.Body, _ => { });
        Run(0.001);
        return answer?.Trim() ?? throw new InvalidOperationException($"No answer to {command}.");
    }

    /// <summary>Everything that happens on a call from now on, as "name application response".</summary>
    public static List<string> Watch(OutboundSocket call)
    {
        var seen = new List<string>();
        call.Events.Subscribe(happened => seen.Add($"{happened.RawEventName} {happened["Application"]} {happened["Application-Response"]}".TrimEnd()), _ => { });
        return seen;
    }

    /// <summary>Executes an application; the list gets its response when it is done.</summary>
    public static List<string> Execute(OutboundSocket call, string application, string data = "", bool @lock = false)
    {
        var done = new List<string>();
        call.Send(new Execute(application, data) { EventLock = @lock }).Subscribe(result => done.Add(result.Response ?? ""), error => done.Add(error.GetType().Name));
        return done;
    }

    public void Dispose()
    {
        Inbound.Dispose();
        FreeSwitch.Dispose();
    }
}

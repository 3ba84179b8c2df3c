using System.Reactive;
using System.Reactive.Concurrency;
using Web3Tel.Calls;
using Web3Tel.Distribution;
using Web3Tel.Flows;
using Web3Tel.Prompts;
using Web3Tel.Queues;
using Web3Tel.Tests.Distribution;
using Web3Tel.Tests.Distribution.World;
using Web3Tel.Tests.Prompts;

namespace Web3Tel.Tests.Flows;

/// <summary>A call center at work on a scripted switch, with Anna for sales.</summary>
sealed class RunningCenter
{
    public RunningCenter(Func<Distributor, Flow<Unit>>? reception = null, params QueueSettings[] queues)
        : this(Configured(queues), NamedSteps.None, reception, _ => _ => null)
    {
    }

    /// <param name="service">The flows of calls that are no callers'.</param>
    public RunningCenter(Configuration configuration, Func<Distributor, Func<CallInfo, Flow<Unit>?>> service)
        : this(configuration, NamedSteps.None, null, service)
    {
    }

    RunningCenter(
        Configuration configuration, NamedSteps steps, Func<Distributor, Flow<Unit>>? reception, Func<Distributor, Func<CallInfo, Flow<Unit>?>> service)
    {
        Center = new Distributor(Switch, Journal, History, Clock, Voice, new Prompter(Prompts, Voice, (sound, why) => Missing.Add($"{sound}: {why}")));
        Center.Faults.Subscribe(Faults.Add);
        Center.Start(
            CallCenter.Empty, Guid.Empty, configuration, reception?.Invoke(Center) ?? Reception.Flow(Center, "hello.wav", "sales"), steps, service(Center));
        Switch.States.OnNext(new NodeState.Up("fs1", []));
    }

    public static RunningCenter With(NamedSteps steps, params QueueSettings[] queues) => With(steps, null, queues);

    public static RunningCenter With(NamedSteps steps, Func<Distributor, Flow<Unit>>? reception, params QueueSettings[] queues) =>
        new(Configured(queues), steps, reception, _ => _ => null);

    /// <param name="steps">Flows that queues lead to.</param>
    public static RunningCenter Open(Configuration configuration, NamedSteps steps, Func<Distributor, Flow<Unit>> reception) =>
        new(configuration, steps, reception, _ => _ => null);

    public HistoricalScheduler Clock { get; } = new(Desk.Opening);

    public ScriptedSwitch Switch { get; } = new();

    public ScriptedSpeaker Voice { get; } = new();

    public MemoryPrompts Prompts { get; } = new();

    /// <summary>What could not be played.</summary>
    public List<string> Missing { get; } = [];

    public MemoryJournal Journal { get; } = new();

    public MemoryHistory History { get; } = new();

    public List<Exception> Faults { get; } = [];

    public Distributor Center { get; }

    public ScriptedCall Arrives(ScriptedCall call)
    {
        Switch.Arriving.OnNext(call);
        return call;
    }

    public void AnnaComes() => Center.Post(new Event.AgentSignedIn(Center.Now, "anna"));

    static Configuration Configured(QueueSettings[] queues) => new()
    {
        Queues = queues is [] ? [Desk.Sales with { Music = "moh" }] : [.. queues],
        Agents = [Desk.Serving("anna", "sales") with { SignedIn = false }],
        LineOut = queues.Any(queue => queue.Callback is not null) ? "sofia/gateway/out/{number}" : null,
    };
}

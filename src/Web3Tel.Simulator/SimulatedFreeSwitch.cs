using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;
using Web3Tel.Simulator.Listeners;
using Web3Tel.Simulator.People;

namespace Web3Tel.Simulator;

/// <summary>
/// A FreeSWITCH that fits in a test and speaks the real Event Socket, both ways. All of it runs on the given scheduler,
/// one thing after another: a virtual clock makes it deterministic, an event loop makes it a program.
/// </summary>
/// <remarks>Its members are to be used on the scheduler's thread; <see cref="Post"/> brings anything there.</remarks>
public sealed class SimulatedFreeSwitch : IDisposable
{
    readonly IScheduler scheduler;
    readonly Func<string, IConnector> services;
    readonly SwitchIdentity identity;
    readonly CompositeDisposable doors = [];
    readonly Subject<string> notes = new();
    readonly Subscribers subscribers;
    int life;
    bool isStalled;

    /// <param name="scheduler">Its clock and its thread.</param>
    /// <param name="options">How it is set up.</param>
    /// <param name="services">How to reach the service at an address that the <c>socket</c> application names; null: nobody is reachable.</param>
    public SimulatedFreeSwitch(IScheduler scheduler, SimulatorOptions? options = null, Func<string, IConnector>? services = null)
    {
        this.scheduler = scheduler;
        this.services = services ?? (_ => Unreachable.Instance);
        Options = options ?? new SimulatorOptions();
        Random = new SimulatedRandom(Options.Seed);
        identity = new SwitchIdentity(Options.Hostname);
        EventWriter = new EventWriter(scheduler, identity);
        Events = new EventBus(EventWriter);
        subscribers = new Subscribers(this);
        Begin();
    }

    public SimulatorOptions Options { get; }

    /// <summary>What happens, in words, for whoever watches.</summary>
    public IObservable<string> Notes => notes.AsObservable();

    /// <summary>How many calls live.</summary>
    public int CallCount => Channels.Count;

    /// <summary>Which run of it this is.</summary>
    internal string CoreUuid => identity.CoreUuid;

    internal SimulatedRandom Random { get; }

    internal EventWriter EventWriter { get; }

    internal EventBus Events { get; }

    internal ChannelTable Channels { get; } = new();

    internal HashSet<Listener> Listeners { get; } = [];

    internal Dictionary<string, string> Hash { get; } = [];

    internal DateTimeOffset Started { get; private set; }

    internal DateTimeOffset Now => scheduler.Now;

    internal long MicroNow => MicroTime.Of(scheduler.Now);

    /// <summary>Opens a door for clients that connect to the Event Socket; disposing closes it.</summary>
    /// <param name="acceptor">Where they come in.</param>
    /// <param name="failed">Called, on the simulator's thread, when the door cannot be kept open. Without it that is only noted.</param>
    public IDisposable Listen(IAcceptor acceptor, Action<Exception>? failed = null)
    {
        var door = acceptor.Accepted.Subscribe(
            transport => Take(transport, () => Listener.Inbound(this, transport).Start()),
            error => Post(() =>
            {
                Note($"The Event Socket is closed: {error.Message}");
                failed?.Invoke(error);
            }));
        doors.Add(door);
        return door;
    }

    /// <summary>A caller dials a number. What the caller does then is said on what is given back.</summary>
    public SimulatedCaller Call(string from, string to = "1000", string name = "") => SimulatedCaller.Dial(this, from, to, name);

    /// <summary>The operator's telephone with this number; it is registered, and answers after two seconds unless told otherwise.</summary>
    public SimulatedOperator Operator(string number) => subscribers.Get(number);

    /// <summary>Runs something on the simulator's thread; nothing once the simulator is disposed of.</summary>
    public void Post(Action action) => TryPost(action);

    /// <summary>
    /// Dies on the spot and starts anew with another Core-UUID: all calls are gone without a word, and so is everything in memory.
    /// </summary>
    public void Crash()
    {
        foreach (var channel in Channels.All)
        {
            channel.Party.HungUp(channel, "CRASH");
        }

        // What the calls would do without their connections belongs to the life that ends here.
        CutConnections();
        life++;
        Channels.Clear();
        Hash.Clear();
        Begin();
        Note("FreeSWITCH has died and started again");
    }

    /// <summary>Breaks every Event Socket connection, in and out, without a notice.</summary>
    public void CutConnections()
    {
        foreach (var listener in Listeners.ToArray())
        {
            listener.Close(notice: false);
        }
    }

    /// <summary>While true it neither reads commands nor sends events, though its calls go on, as a switch in trouble does.</summary>
    public bool IsStalled
    {
        get => isStalled;
        set
        {
            isStalled = value;
            foreach (var listener in Listeners.ToArray())
            {
                listener.GoOn();
            }
        }
    }

    public void Dispose()
    {
        life++;
        lock (doors)
        {
            doors.Dispose();
        }

        CutConnections();
        notes.OnCompleted();
        notes.Dispose();
    }

    internal IDisposable After(TimeSpan time, Action action)
    {
        // What was planned before a crash must not happen after it.
        var planned = life;
        var plan = new Plan(action);
        plan.Scheduled = scheduler.Schedule(time, () =>
        {
            if (planned == life)
            {
                plan.Do();
            }
        });
        return plan;
    }

    internal IDisposable Connect(string address, Action<ITransport> connected, Action<Exception> failed)
    {
        var planned = life;
        return services(address).Connect().Subscribe(
            transport => Take(transport, () =>
            {
                if (planned == life)
                {
                    connected(transport);
                }
                else
                {
                    transport.Dispose();
                }
            }),
            error => Post(() => failed(error)));
    }

    /// <summary>A connection that is there when the simulator is not any more is closed.</summary>
    void Take(ITransport transport, Action action)
    {
        if (!TryPost(action))
        {
            transport.Dispose();
        }
    }

    bool TryPost(Action action)
    {
        // Connections speak from threads of their own, perhaps when the scheduler is gone already.
        lock (doors)
        {
            if (doors.IsDisposed)
            {
                return false;
            }

            scheduler.Schedule(action);
            return true;
        }
    }

    internal string NewUuid() => Random.Uuid();

    internal void Note(string text) => notes.OnNext(text);

    internal Subscribers Subscribers => subscribers;

    internal void Fire(EventKind kind, Header[] headers, string? body = null, string? owner = null)
    {
        if (Events.IsWanted(kind, null, owner))
        {
            Events.Send(new GlobalEvent(kind, headers, body, owner));
        }
    }

    void Begin()
    {
        identity.CoreUuid = Random.Uuid();
        Started = scheduler.Now;
    }
}

using System.Collections.Immutable;
using System.Net;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.Callbacks;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Queues;
using Web3Tel.Server.Settings;
using Web3Tel.Server.Storage;
using Web3Tel.Simulator;

namespace Web3Tel.Server.Simulation;

/// <summary>
/// A FreeSWITCH that is none, inside the service, with callers and operators: it speaks with the service over loopback sockets as a real
/// one would, on ports that the system chooses.
/// </summary>
sealed class SimulatedWorld(CurrentSettings current, TcpAcceptor service, ILogger<SimulatedWorld> logger) : IHostedService, IConnector, IDisposable
{
    /// <summary>What the service takes it for. Its password keeps nobody out: it listens on loopback while it runs.</summary>
    public static readonly SwitchSettings Switch = new("simulator", "127.0.0.1", 0, "simulator");

    const double SecondsInMinute = 60;

    readonly EventLoopScheduler thread = new();
    readonly CompositeDisposable running = [];
    readonly TcpAcceptor door = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>How the service reaches it.</summary>
    public IObservable<ITransport> Connect() => Observable.Defer(() => Reach(door).Connect());

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Simulated(logger);
        return OnItsThread(Begin);
    }

    public Task StopAsync(CancellationToken cancellationToken) => OnItsThread(running.Dispose);

    public void Dispose() => thread.Dispose();

    /// <exception cref="IOException">The service ends, and the simulated FreeSWITCH has gone before it.</exception>
    static TcpConnector Reach(TcpAcceptor acceptor) => new(
        IPAddress.Loopback.ToString(), acceptor.LocalEndPoint?.Port ?? throw new IOException("The simulated FreeSWITCH has ended."));

    void Begin()
    {
        var settings = current.Value;
        var options = new SimulatorOptions { Password = Switch.Password, Seed = settings.Simulator.Seed, Recorded = Write };
        var freeSwitch = new SimulatedFreeSwitch(thread, options, _ => Reach(service));
        running.Add(freeSwitch);
        running.Add(freeSwitch.Notes.Subscribe(note => Log.SimulatorNote(logger, note)));
        running.Add(freeSwitch.Listen(door));
        var world = new World(freeSwitch, new WorldOptions
        {
            CallsPerSecond = settings.Simulator.CallsPerMinute / SecondsInMinute,
            Dialled = Dialled(settings),
            CallbackKeys = CallbackKeys(settings).ToImmutableDictionary(),
            Keys = ScenarioLines(settings).ToImmutableDictionary(number => number, _ => settings.Simulator.Keys),
            Operators = Phones(settings),
        });
        running.Add(world.Start());
        running.Add(current.Changes.Skip(1).ObserveOn(thread).Subscribe(set => world.Change(Dialled(set), Phones(set))));
    }

    void Write(RecordedSound sound)
    {
        try
        {
            ToneFile.Write(sound);
        }
        catch (Exception e) when (Damage.IsTroubleOfTheDisk(e))
        {
            Log.SimulatorNote(logger, $"{sound.Path} was not written: {e.Message}");
        }
    }

    static ImmutableArray<string> Dialled(ServiceSettings settings) => settings.Lines.Keys.Concat(ScenarioLines(settings)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } numbers ? numbers : ["1000"];

    static IEnumerable<string> ScenarioLines(ServiceSettings settings) => settings.CallCenter.Lines.Where(line => line.Scenario is not null).Select(line => line.Number);

    static ImmutableArray<string> Phones(ServiceSettings settings) => [.. settings.CallCenter.Agents.Select(agent => agent.Destination.Split('/')[^1])];

    /// <summary>By which key callers of a number are called back.</summary>
    static IEnumerable<KeyValuePair<string, char>> CallbackKeys(ServiceSettings settings) =>
        from line in settings.Lines
        from queue in settings.CallCenter.Queues
        where queue.Name == line.Value
        from key in queue.ExitKeys.Where(key => key.Step is NextStep.Named { Name: CallbackFlow.Step }).Take(1)
        select KeyValuePair.Create(line.Key, key.Key);

    Task OnItsThread(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        thread.Schedule(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }
}

using System.Net;
using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Server.Settings;
using Web3Tel.Simulator;

namespace Web3Tel.Server.Simulation;

/// <summary>
/// A FreeSWITCH that is none, inside the service, with callers and operators: it speaks with the service over loopback sockets as a real
/// one would, on ports that the system chooses.
/// </summary>
internal sealed class SimulatedWorld : IHostedService, IConnector, IDisposable
{
    /// <summary>What the service takes it for. Its password keeps nobody out: it listens on loopback while it runs.</summary>
    public static readonly SwitchSettings Switch = new("simulator", "127.0.0.1", 0, "simulator");

    private const int CallersAtOnce = 4;

    private readonly EventLoopScheduler thread = new();
    private readonly CompositeDisposable running = [];
    private readonly TcpAcceptor door = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly SimulatedFreeSwitch freeSwitch;
    private readonly SimulatedPeople people;
    private readonly ILogger logger;

    public SimulatedWorld(ServiceSettings settings, TcpAcceptor service, ILogger<SimulatedWorld> logger)
    {
        this.logger = logger;
        freeSwitch = new SimulatedFreeSwitch(
            thread, new SimulatorOptions { Password = Switch.Password, Seed = settings.Simulator.Seed }, _ => new TcpConnector("127.0.0.1", service.LocalEndPoint!.Port));
        people = new SimulatedPeople(freeSwitch, settings);
    }

    public IObservable<ITransport> Connect() => Observable.Defer(() => new TcpConnector("127.0.0.1", door.LocalEndPoint!.Port).Connect());

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Log.Simulated(logger);
        freeSwitch.Post(() =>
        {
            running.Add(freeSwitch.Notes.Subscribe(note => Log.SimulatorNote(logger, note)));
            running.Add(freeSwitch.Listen(door));
            people.StaffPhones();
            running.Add(Callers().Subscribe(_ => people.CallIn()));
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        running.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        running.Dispose();
        freeSwitch.Dispose();
        thread.Dispose();
    }

    /// <summary>A few at once, so that there is something to see, then one after another.</summary>
    private IObservable<long> Callers() => Observable
        .Interval(TimeSpan.FromSeconds(1), thread)
        .Take(CallersAtOnce)
        .Concat(Observable.Generate(0L, _ => true, n => n + 1, n => n, _ => people.NextPause(), thread));
}

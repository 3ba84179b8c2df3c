using System.Reactive.Concurrency;
using System.Text;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator;
using Web3Tel.Simulator.People;

namespace Web3Tel.Tests.Simulator.Parity;

/// <summary>
/// Says to a simulated FreeSWITCH what was said to the real one, at the same times, while its callers do what the real
/// ones did; and keeps what it answers.
/// </summary>
sealed class Replay : ITransportReader
{
    static readonly DateTimeOffset Beginning = new(2026, 11, 24, 3, 40, 0, TimeSpan.Zero);

    readonly HistoricalScheduler clock = new(Beginning);
    readonly Queue<string> commands;
    readonly List<byte> received = [];
    readonly Dictionary<string, string> ours = [];
    ITransport? transport;
    ITransport? service;

    public Replay(Capture capture, SimulatorOptions? options = null)
        : this(capture.Commands, options)
    {
    }

    /// <param name="said">The commands, in the words of the recording.</param>
    /// <param name="options">How the switch is set up.</param>
    public Replay(IEnumerable<string> said, SimulatorOptions? options)
    {
        commands = new Queue<string>(said);
        var link = new MemoryLink(clock);
        link.Accepted.Subscribe(ServiceConnected);
        FreeSwitch = new SimulatedFreeSwitch(clock, options, _ => link);
        Door = new MemoryLink(clock);
        FreeSwitch.Listen(Door);
    }

    public SimulatedFreeSwitch FreeSwitch { get; }

    public MemoryLink Door { get; }

    public bool IsClosed { get; private set; }

    public IReadOnlyList<WireFrame> Frames => WireFrame.ReadAll([.. received]);

    /// <summary>The client connects to the Event Socket's port.</summary>
    public void ConnectIn() => At(0, () => Door.Connect().Subscribe(Connected));

    /// <summary>Somebody calls the number that leads to the service; its id takes the place of the recorded one.</summary>
    public SimulatedCaller Call(string recordedId, string from, string name = "")
    {
        var caller = FreeSwitch.Call(from, "1000", name);
        ours[recordedId] = caller.CallId;
        return caller;
    }

    public void Know(string recorded, string own) => ours[recorded] = own;

    /// <summary>Sends the next so many recorded commands at a time, in milliseconds from the beginning.</summary>
    public Replay Send(double at, int count = 1)
    {
        At(at, () =>
        {
            for (var i = 0; i < count; i++)
            {
                transport!.Write(Encoding.UTF8.GetBytes(InOurWords(commands.Dequeue()) + "\n\n"));
            }
        });
        return this;
    }

    public Replay At(double milliseconds, Action action)
    {
        clock.Schedule(Beginning + TimeSpan.FromMilliseconds(milliseconds), action);
        return this;
    }

    /// <summary>Somebody else gives a command over a connection of their own.</summary>
    public void Command(string command) => Door.Connect().Subscribe(other =>
    {
        other.Start(new Deaf());
        other.Write(Encoding.UTF8.GetBytes($"auth {FreeSwitch.Options.Password}\n\n{command}\n\n"));
    });

    /// <summary>The service says something to a call that has reached it, where a client is what is listened to.</summary>
    public void ServiceSays(string commands) => service!.Write(Encoding.UTF8.GetBytes(commands + "\n\n"));

    /// <summary>Lets the time pass, from the beginning to so many milliseconds after it.</summary>
    public IReadOnlyList<WireFrame> Until(double milliseconds)
    {
        clock.AdvanceTo(Beginning + TimeSpan.FromMilliseconds(milliseconds));
        return Frames;
    }

    void ITransportReader.Received(ReadOnlySpan<byte> bytes) => received.AddRange(bytes);

    void ITransportReader.Closed(Exception? reason) => IsClosed = true;

    void ServiceConnected(ITransport connection)
    {
        if (transport is null)
        {
            Connected(connection);
        }
        else
        {
            service = connection;
            connection.Start(new Deaf());
        }
    }

    void Connected(ITransport connection)
    {
        transport = connection;
        connection.Start(this);
    }

    string InOurWords(string command) => ours.Aggregate(command, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    sealed class Deaf : ITransportReader
    {
        public void Received(ReadOnlySpan<byte> bytes)
        {
        }

        public void Closed(Exception? reason)
        {
        }
    }
}

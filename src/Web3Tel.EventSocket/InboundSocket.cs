using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;
using Web3Tel.EventSocket.Sockets;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket;

/// <summary>
/// We connect to FreeSWITCH, and stay connected: after a loss it connects again, sets up events and filters as before, and
/// only then lets commands out. It never repeats a command by itself.
/// </summary>
public sealed partial class InboundSocket : IEventSocket
{
    const int WrongPasswordsToStop = 2;

    readonly Lock gate = new();
    readonly IConnector connector;
    readonly InboundSocketOptions options;
    readonly IScheduler scheduler;
    readonly ILogger logger;
    readonly EventRouter router = new();
    readonly Broadcast<ConnectionState> states;
    readonly Broadcast<LogLine> logLines;
    readonly BackOff backOff;
    readonly SerialDisposable retry = new();
    InboundAttempt? current;
    Session? session;
    ConnectionState? state;
    SessionSetup setup = SessionSetup.Empty;
    int attempts;
    string? saidWhy;
    int wrongPasswords;
    bool stopped;

    /// <param name="connector">Where FreeSWITCH is.</param>
    /// <param name="options">The password and how to behave.</param>
    /// <param name="scheduler">The clock of all waits.</param>
    /// <param name="logger">Where to say what happens; nowhere by default.</param>
    public InboundSocket(IConnector connector, InboundSocketOptions options, IScheduler scheduler, ILogger? logger = null)
    {
        this.connector = connector;
        this.options = options;
        this.scheduler = scheduler;
        this.logger = logger ?? NullLogger.Instance;
        states = new(options, this.logger);
        logLines = new(options, this.logger);
        backOff = new(options);
        Events = new EventStream(router.Everything, options, this.logger);
    }

    /// <summary>Events of every connection, one after the other: the loss of a connection does not end it.</summary>
    public IObservable<EventMessage> Events { get; }

    public IObservable<LogLine> LogLines => logLines;

    /// <summary>How it stands, beginning with how it stands now.</summary>
    public IObservable<ConnectionState> States => Observable.Create<ConnectionState>(observer =>
    {
        lock (gate)
        {
            return states.Subscribe(observer, state is null ? [] : [state]);
        }
    });

    public IObservable<EventMessage> Channel(string uuid) =>
        new EventStream(sink => router.Channel(uuid, sink), options, logger);

    public IObservable<TReply> Send<TReply>(Command<TReply> command) => new SendObservable<TReply>(() => session, command);

    /// <summary>Begins to connect, and goes on until it is disposed or told that it is useless.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (current is not null || stopped)
            {
                throw new InvalidOperationException("This socket has been started already.");
            }

            Connect();
        }
    }

    /// <summary>Disconnects for good: what waits fails, and all streams end.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            Stop(null);
        }
    }

    void Connect()
    {
        Tell(new ConnectionState.Connecting(++attempts));
        current = new InboundAttempt(gate, options, setup, router, scheduler, logger)
        {
            Ready = Connected,
            Over = Disconnected,
            Logged = logLines.OnNext,
        };
        current.Start(connector);
    }

    void Connected(Session connected)
    {
        attempts = wrongPasswords = 0;
        saidWhy = null;
        backOff.Reset();
        session = connected;
        Log.Connected(logger, connected.Peer);
        Tell(new ConnectionState.Connected(connected.Peer));
    }

    void Disconnected(Exception? reason)
    {
        session = null;
        setup = current!.Setup;
        if (stopped)
        {
            return;
        }

        if (reason is AuthenticationFailedException && ++wrongPasswords == WrongPasswordsToStop)
        {
            Stop(reason);
            return;
        }

        var gone = new ConnectionState.Disconnected(reason, backOff.Next());
        Say(gone);
        Tell(gone);
        retry.Disposable = scheduler.Schedule(gone.RetryIn, Retry);
    }

    /// <summary>An outage of hours is one line of the log, and not one for each attempt.</summary>
    void Say(ConnectionState.Disconnected gone)
    {
        if (gone.Why == saidWhy)
        {
            Log.StillDisconnected(logger, gone.Why, gone.RetryIn);
            return;
        }

        saidWhy = gone.Why;
        Log.Disconnected(logger, gone.Why, gone.RetryIn);
    }

    void Retry()
    {
        lock (gate)
        {
            if (!stopped)
            {
                Connect();
            }
        }
    }

    void Stop(Exception? reason)
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        session = null;
        if (reason is not null)
        {
            Log.Stopped(logger, reason.Message);
        }

        retry.Dispose();
        current?.Dispose();
        Tell(new ConnectionState.Stopped(reason));
        states.End(null);
        logLines.End(reason);
        router.End(reason);
    }

    void Tell(ConnectionState next)
    {
        state = next;
        states.OnNext(next);
    }
}

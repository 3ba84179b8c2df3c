using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using Microsoft.Extensions.Logging;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>One inbound connection: connect, log in, set up as before, be used, end.</summary>
/// <param name="gate">The socket's own lock: that it is ready and that it is over cannot cross.</param>
sealed class InboundAttempt(
    Lock gate, InboundSocketOptions options, SessionSetup setup, EventRouter router, IScheduler scheduler, ILogger logger)
    : ISessionOwner, IDisposable
{
    readonly SingleAssignmentDisposable connecting = new();
    readonly SingleAssignmentDisposable timer = new();
    Session? session;
    bool ready;
    bool over;

    /// <summary>Called once when commands may go out.</summary>
    public required Action<Session> Ready { get; init; }

    /// <summary>Called once at the end, with the reason, or null in good order.</summary>
    public required Action<Exception?> Over { get; init; }

    public required Action<LogLine> Logged { get; init; }

    /// <summary>What the connection was set up with at last.</summary>
    public SessionSetup Setup => ready ? session!.Setup : setup;

    public void Start(IConnector connector)
    {
        timer.Disposable = scheduler.Schedule(options.HandshakeTimeout, () => End(new TimeoutException(
            $"FreeSWITCH did not let us in within {options.HandshakeTimeout}.")));
        connecting.Disposable = connector.Connect().Subscribe(Begin, End);
    }

    public void Dispose() => End(null);

    void ISessionOwner.AuthRequested() =>
        session!.Send(options.User is null ? new Auth(options.Password) : new Auth(options.User, options.Password))
            .Subscribe(new LoginObserver(SetUp, End));

    void ISessionOwner.Rejected(string text) => End(new RudeRejectionException(
        $"{session!.Peer} refused our address: '{text}'. Add it to the list that apply-inbound-acl names in event_socket.conf.xml."));

    void ISessionOwner.Noticed(DisconnectNotice notice) => Log.Noticed(logger, session!.Peer, notice.Text);

    void ISessionOwner.Logged(LogLine line) => Logged(line);

    void ISessionOwner.Closed(Exception? reason) => End(reason);

    void Begin(ITransport transport)
    {
        lock (gate)
        {
            if (over)
            {
                transport.Dispose();
                return;
            }

            session = new Session(transport, router, this, options, scheduler, logger);
        }

        session.Start();
    }

    void SetUp()
    {
        var commands = setup.Commands().ToList();
        for (var i = 0; i < commands.Count; i++)
        {
            // Replies come in order, so the last one says that all are done.
            session!.Send(commands[i]).Subscribe(new SetupObserver(session, commands[i], i == commands.Count - 1 ? BeReady : null));
        }

        if (commands.Count == 0)
        {
            BeReady();
        }
    }

    void BeReady()
    {
        lock (gate)
        {
            if (!over)
            {
                timer.Dispose();
                ready = true;
                Ready(session!);
            }
        }
    }

    void End(Exception? reason)
    {
        lock (gate)
        {
            if (over)
            {
                return;
            }

            over = true;
            timer.Dispose();
            connecting.Dispose();
            session?.Close(reason);
            Over(reason);
        }
    }
}

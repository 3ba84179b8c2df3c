using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>
/// One connection from its first byte to its last: frames come in, replies go to whoever waits longest, events to the router.
/// </summary>
sealed class Session : ITransportReader
{
    readonly Lock gate = new();
    readonly ITransport transport;
    readonly ISessionOwner owner;
    readonly FrameReader frames;
    readonly CommandWriter writer = new();
    readonly Queue<IReplySlot> replies = new();
    Exception? closing;
    bool closed;

    public Session(ITransport transport, EventRouter router, ISessionOwner owner, EventSocketOptions options, IScheduler scheduler, ILogger logger)
    {
        this.transport = transport;
        this.owner = owner;
        Router = router;
        Options = options;
        Scheduler = scheduler;
        Logger = logger;
        frames = new FrameReader(options.MaxFrameSize);
        Needs = new NeededEvents(this);
        Jobs = new Jobs();
        Executions = new Executions(this);
    }

    public string Peer => transport.Peer;

    public EventRouter Router { get; }

    public EventSocketOptions Options { get; }

    public IScheduler Scheduler { get; }

    public ILogger Logger { get; }

    public NeededEvents Needs { get; }

    public Jobs Jobs { get; }

    public Executions Executions { get; }

    /// <summary>What has been asked of this connection and confirmed.</summary>
    public SessionSetup Setup { get; private set; } = SessionSetup.Empty;

    public void Start() => transport.Start(this);

    public IObservable<TReply> Send<TReply>(Command<TReply> command) => command.On(this);

    /// <summary>Writes the command and keeps the place for its reply.</summary>
    /// <exception cref="ArgumentException">An argument cannot be written; nothing has been sent.</exception>
    public void Enqueue(Command command, IReplySlot slot)
    {
        lock (gate)
        {
            if (!closed)
            {
                writer.Clear();
                command.Write(writer);
                replies.Enqueue(slot);
                transport.Write(writer.Written);
                return;
            }
        }

        slot.Fail(Lost());
    }

    /// <summary>Closes the connection ourselves; the owner is told this reason.</summary>
    public void Close(Exception? reason)
    {
        lock (gate)
        {
            closing ??= reason;
        }

        transport.Dispose();
    }

    public void Remember(LineCommand command) => Setup = command.Remember(Setup);

    void ITransportReader.Received(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (closing is null && frames.TryRead(ref bytes, out var frame))
            {
                Take(frame);
            }
        }
        catch (ProtocolException broken)
        {
            Close(broken);
        }
        finally
        {
            Router.Flush();
        }
    }

    void ITransportReader.Closed(Exception? reason)
    {
        IReplySlot[] waiting;
        lock (gate)
        {
            closed = true;
            closing ??= reason;
            waiting = [.. replies];
            replies.Clear();
        }

        var lost = Lost();
        foreach (var slot in waiting)
        {
            slot.Fail(lost);
        }

        Executions.Fail(lost);
        Jobs.Fail(lost);
        owner.Closed(closing);
    }

    void Take(Frame frame)
    {
        switch (frame.ContentType)
        {
            case ContentType.EventPlain or ContentType.EventJson:
                Router.Publish(frame);
                break;
            case ContentType.CommandReply or ContentType.ApiResponse:
                TakeReply(frame);
                break;
            case ContentType.AuthRequest:
                owner.AuthRequested();
                break;
            case ContentType.DisconnectNotice:
                owner.Noticed(DisconnectNotice.From(frame));
                break;
            case ContentType.RudeRejection:
                owner.Rejected(Printable.Text(frame.Body));
                break;
            case ContentType.LogData:
                owner.Logged(LogLine.From(frame));
                break;
            case ContentType.EventXml or ContentType.Unknown:
                Log.UnknownFrame(Logger, Peer, Printable.Text(frame.Head));
                break;
        }
    }

    void TakeReply(Frame frame)
    {
        IReplySlot? slot;
        lock (gate)
        {
            replies.TryDequeue(out slot);
        }

        if (slot is null)
        {
            Meters.StrayReplies.Add(1);
            Log.StrayReply(Logger, Peer, Printable.Text(frame.Head));
            return;
        }

        slot.Reply(frame);
    }

    ConnectionLostException Lost() => closing is null
        ? new ConnectionLostException($"The connection to {Peer} was closed before the answer came.")
        : new ConnectionLostException($"The connection to {Peer} was lost before the answer came: {closing.Message}", closing);
}

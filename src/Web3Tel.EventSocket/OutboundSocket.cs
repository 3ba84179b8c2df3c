using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;
using Web3Tel.EventSocket.Sockets;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket;

/// <summary>
/// A call that FreeSWITCH's dialplan has handed to us by <c>socket</c>. Its streams complete when the connection ends in good
/// order, and fail when it is lost.
/// </summary>
public sealed class OutboundSocket : IEventSocket, ISessionOwner
{
    readonly EventRouter router = new();
    readonly Broadcast<LogLine> logLines;
    readonly Broadcast<DisconnectNotice> notices;
    readonly OutboundListenerOptions options;
    readonly ILogger logger;
    readonly Session session;
    EventMessage? channelData;
    bool saidGoodbye;

    internal OutboundSocket(ITransport transport, OutboundListenerOptions options, IScheduler scheduler, ILogger logger)
    {
        this.options = options;
        this.logger = logger;
        logLines = new(options, logger);
        notices = new(options, logger);
        session = new Session(transport, router, this, options, scheduler, logger);
        Events = new EventStream(router.Everything, options, logger);
        router.Hold(options.QueueCapacity);
    }

    /// <summary>All that FreeSWITCH told of the channel when the call came.</summary>
    public EventMessage ChannelData => channelData!;

    /// <summary>The channel's id.</summary>
    public string Uuid { get; private set; } = "";

    /// <summary>The other side's address.</summary>
    public string Peer => session.Peer;

    public IObservable<EventMessage> Events { get; }

    public IObservable<LogLine> LogLines => logLines;

    /// <summary>
    /// What FreeSWITCH says about the end of the connection; one that <see cref="DisconnectNotice.Lingers"/> is not the end.
    /// </summary>
    public IObservable<DisconnectNotice> Notices => notices;

    public IObservable<EventMessage> Channel(string uuid) => new EventStream(sink => router.Channel(uuid, sink), options, logger);

    public IObservable<TReply> Send<TReply>(Command<TReply> command) => session.Send(command);

    /// <summary>Closes the connection. What becomes of the call is the dialplan's business.</summary>
    public void Dispose() => session.Close(null);

    internal Session Session => session;

    /// <summary>Called once at the end, with the reason, or null in good order.</summary>
    internal Action<Exception?>? Closed { get; set; }

    internal void Identify(EventMessage data)
    {
        channelData = data;
        Uuid = data.Uuid ?? "";
        session.Executions.Own(Uuid);
    }

    /// <summary>The user has had the chance to subscribe: what came before is not kept any longer.</summary>
    internal void Release() => router.Release();

    internal void Fail(Exception reason) => session.Close(reason);

    void ISessionOwner.AuthRequested() =>
        Fail(new ProtocolException($"{Peer} asks for a password: it is a FreeSWITCH that waits for connections, not one that connects."));

    void ISessionOwner.Rejected(string text) => Fail(new ProtocolException($"{Peer} rejects us: {text}"));

    void ISessionOwner.Noticed(DisconnectNotice notice)
    {
        saidGoodbye |= !notice.Lingers;
        notices.OnNext(notice);
    }

    void ISessionOwner.Logged(LogLine line) => logLines.OnNext(line);

    void ISessionOwner.Closed(Exception? reason)
    {
        var error = saidGoodbye || reason is null
            ? null
            : new ConnectionLostException($"The connection to {Peer} was lost: {reason.Message}", reason);
        router.End(error);
        logLines.End(error);
        notices.End(error);
        Closed?.Invoke(reason);
    }
}

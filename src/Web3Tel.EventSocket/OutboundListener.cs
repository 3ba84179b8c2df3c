using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Sockets;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket;

/// <summary>FreeSWITCH connects to us: each call that its dialplan hands over by <c>socket</c> is an <see cref="OutboundSocket"/>.</summary>
/// <param name="acceptor">Where to listen.</param>
/// <param name="options">Whom to listen to and how to behave.</param>
/// <param name="scheduler">The clock of all waits.</param>
/// <param name="logger">Where to say what happens; nowhere by default.</param>
public sealed class OutboundListener(IAcceptor acceptor, OutboundListenerOptions options, IScheduler scheduler, ILogger? logger = null)
{
    readonly ILogger logger = logger ?? NullLogger.Instance;

    /// <summary>
    /// Cold: subscribing listens, disposing stops listening; calls that are there stay. Each call comes when FreeSWITCH has
    /// told all about it and is set up as the options say. Subscribe to its events before returning from OnNext: then none
    /// is missed.
    /// </summary>
    public IObservable<OutboundSocket> Connections => Observable.Create<OutboundSocket>(observer =>
    {
        var doorman = new Doorman(options, scheduler, logger);
        var handOver = new Subscription<OutboundSocket>(new ReleasingObserver(observer), options.Delivery, options.MaxConnections, logger)
        {
            Dropped = socket => socket.Dispose(),
        };
        handOver.Owns(acceptor.Accepted.Subscribe(
            transport => doorman.Admit(transport, handOver.OnNext),
            handOver.End,
            () => handOver.End(null)));
        return handOver;
    });
}

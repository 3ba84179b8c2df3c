using System.Reactive.Concurrency;
using Microsoft.Extensions.Logging;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Decides who comes in, and sees that whoever does is a call.</summary>
sealed class Doorman(OutboundListenerOptions options, IScheduler scheduler, ILogger logger)
{
    readonly RefusalLog refusals = new(options.RefusalLogInterval, scheduler, logger);
    int open;

    public void Admit(ITransport transport, Action<OutboundSocket> admitted)
    {
        if (!Admission.Allows(options.Allowed, transport.Peer))
        {
            Refuse(transport, "its address is not in OutboundListenerOptions.Allowed");
        }
        else if (Interlocked.Increment(ref open) > options.MaxConnections)
        {
            Interlocked.Decrement(ref open);
            Refuse(transport, $"{options.MaxConnections} connections are open already");
        }
        else
        {
            var socket = new OutboundSocket(transport, options, scheduler, logger);
            new OutboundHandshake(socket, options, scheduler, admitted, reason => Leave(transport.Peer, reason)).Start();
        }
    }

    void Leave(string peer, string? reason)
    {
        Interlocked.Decrement(ref open);
        if (reason is not null)
        {
            refusals.Add(peer, reason);
        }
    }

    void Refuse(ITransport transport, string reason)
    {
        Meters.RefusedConnections.Add(1);
        refusals.Add(transport.Peer, reason);
        transport.Dispose();
    }
}

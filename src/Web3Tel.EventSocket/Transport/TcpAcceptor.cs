using System.Net;
using System.Net.Sockets;
using System.Reactive.Linq;

namespace Web3Tel.EventSocket.Transport;

/// <summary>Listens by TCP for the connections that FreeSWITCH's <c>socket</c> application opens.</summary>
/// <param name="endpoint">Where to listen; port 0 takes any free one.</param>
/// <param name="time">The clock by which it rests when the system has no room for another connection.</param>
public sealed class TcpAcceptor(IPEndPoint endpoint, TimeProvider? time = null) : IAcceptor
{
    const int Backlog = 1_024;

    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>How many bytes may wait to be sent before a connection is closed for it. Default: 4 MiB.</summary>
    public int MaxOutgoing { get; init; } = 4 * 1024 * 1024;

    /// <summary>Where it really listens; null while it does not.</summary>
    public IPEndPoint? LocalEndPoint { get; private set; }

    /// <inheritdoc/>
    public IObservable<ITransport> Accepted => Observable.Create<ITransport>(async (observer, cancellation) =>
    {
        using var socket = Listen();
        try
        {
            while (true)
            {
                if (await AcceptAsync(socket, cancellation).ConfigureAwait(false) is { } accepted)
                {
                    observer.OnNext(accepted);
                }
            }
        }
        finally
        {
            LocalEndPoint = null;
        }
    });

    Socket Listen()
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            socket.Listen(Backlog);
            LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
            return socket;
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new IOException($"Cannot listen on {endpoint}: {refused.Message}", refused);
        }
    }

    async ValueTask<ITransport?> AcceptAsync(Socket socket, CancellationToken cancellation)
    {
        Socket? accepted = null;
        try
        {
            accepted = await socket.AcceptAsync(cancellation).ConfigureAwait(false);
            return new TcpTransport(accepted, MaxOutgoing, ownThread: false);
        }
        catch (SocketException failed) when (failed.SocketErrorCode is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
        {
            await Task.Delay(Rest, time, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (SocketException)
        {
            // Whoever connected is gone again; the next one is as welcome.
            accepted?.Dispose();
            return null;
        }
    }
}

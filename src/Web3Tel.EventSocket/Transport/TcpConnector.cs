using System.Net.Sockets;
using System.Reactive.Linq;

namespace Web3Tel.EventSocket.Transport;

/// <summary>Connects to FreeSWITCH by TCP.</summary>
/// <param name="host">A name or an address.</param>
/// <param name="port">The port of mod_event_socket, 8021 by default.</param>
public sealed class TcpConnector(string host, int port = TcpConnector.DefaultPort) : IConnector
{
    public const int DefaultPort = 8021;

    /// <summary>How many bytes may wait to be sent before the connection is closed for it. Default: 16 MiB.</summary>
    public int MaxOutgoing { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether each connection is read by a thread of its own, so that it is read even when user code holds the whole thread pool. Default:
    /// true, because there are few of them and all hangs on them. Whoever opens one for each call says false.
    /// </summary>
    public bool OwnThread { get; init; } = true;

    /// <inheritdoc/>
    public IObservable<ITransport> Connect() => Observable.Create<ITransport>(async (observer, cancellation) =>
    {
        var transport = await OpenAsync(cancellation).ConfigureAwait(false);
        if (cancellation.IsCancellationRequested)
        {
            transport.Dispose();
            return;
        }

        observer.OnNext(transport);
        observer.OnCompleted();
    });

    async Task<ITransport> OpenAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(host, port, cancellation).ConfigureAwait(false);
            return new TcpTransport(socket, MaxOutgoing, OwnThread);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new IOException($"Cannot connect to {host}:{port}: {refused.Message}", refused);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}

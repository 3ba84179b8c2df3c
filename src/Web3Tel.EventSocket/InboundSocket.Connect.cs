using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;
using Web3Tel.EventSocket.Vocabulary;

namespace Web3Tel.EventSocket;

public sealed partial class InboundSocket
{
    /// <summary>Connects and logs in; from then on it stays connected by itself. Fails when the first attempt does.</summary>
    /// <exception cref="IOException">Nobody listens there.</exception>
    /// <exception cref="AuthenticationFailedException">The password is wrong.</exception>
    public static async Task<InboundSocket> Connect(
        string host = "localhost", int port = TcpConnector.DefaultPort, string password = "ClueCon", CancellationToken cancellation = default)
    {
        var socket = new InboundSocket(new TcpConnector(host, port), new InboundSocketOptions { Password = password }, DefaultScheduler.Instance);
        try
        {
            socket.Start();
            await TaskObserver<ConnectionState>.Await(socket.FirstOutcome(), cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    IObservable<ConnectionState> FirstOutcome() => States
        .SelectMany(state => state switch
        {
            ConnectionState.Disconnected { Reason: { } reason } => Observable.Throw<ConnectionState>(reason),
            ConnectionState.Disconnected => Observable.Throw<ConnectionState>(new ConnectionLostException("FreeSWITCH closed the connection.")),
            _ => Observable.Return(state),
        })
        .FirstAsync(state => state is ConnectionState.Connected);
}

using System.Net.Sockets;

namespace Web3Tel.EventSocket.Transport;

/// <summary>Lets the system notice that the other machine is gone without a word.</summary>
static class KeepAlive
{
    const int IdleSeconds = 30;
    const int IntervalSeconds = 5;
    const int Probes = 3;

    public static void Enable(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, IntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
    }
}

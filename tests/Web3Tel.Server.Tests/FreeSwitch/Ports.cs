using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Server.Tests.FreeSwitch;

static class Ports
{
    const int First = 20_000;
    const int Count = 12_000;

    /// <summary>Two processes begin at different places.</summary>
    static int given = Environment.ProcessId * 97;

    /// <summary>Whether somebody is there already.</summary>
    public static bool IsBound(string address, int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), port));
            return false;
        }
        catch (SocketException inUse) when (inUse.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }

    /// <summary>
    /// A port of this machine that nobody uses, and that nobody is given until it is used: below those that the system gives to connections that go out,
    /// of which the tests make thousands, and no port twice.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref given) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException inUse) when (inUse.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody else's, such as another process of tests.
            }
        }
    }
}

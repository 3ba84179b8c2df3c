using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Server.Tests.FreeSwitch;

static class Ports
{
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

    /// <summary>A port of this machine that nobody uses just now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

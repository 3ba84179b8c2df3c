using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Server.Hosting;

/// <summary>Addresses that somebody listens at.</summary>
static class Taken
{
    /// <summary>Why one cannot listen there; null when one can.</summary>
    public static SocketException? WhyNot(IPEndPoint address)
    {
        using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(address);
            return null;
        }
        catch (SocketException e)
        {
            return e;
        }
    }
}

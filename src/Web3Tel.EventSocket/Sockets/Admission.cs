using System.Collections.Immutable;
using System.Net;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Compares an address with a list of networks.</summary>
static class Admission
{
    public static bool Allows(ImmutableArray<IPNetwork> networks, string peer)
    {
        if (!IPEndPoint.TryParse(peer, out var endpoint))
        {
            return false;
        }

        var address = endpoint.Address.IsIPv4MappedToIPv6 ? endpoint.Address.MapToIPv4() : endpoint.Address;
        return networks.Any(network => network.Contains(address));
    }
}

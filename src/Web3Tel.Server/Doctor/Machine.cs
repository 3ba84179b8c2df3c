using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Web3Tel.Server.Doctor;

/// <summary>The machine the doctor runs on.</summary>
/// <param name="Time">Its clock.</param>
sealed record Machine(TimeProvider Time)
{
    /// <summary>Where the kernel tells of processes.</summary>
    public RunningProcesses Processes { get; init; } = new("/proc");

    /// <summary>How many bytes may still be written to the disk of an existing folder.</summary>
    public Func<string, long> FreeBytes { get; init; } = static folder => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Whether a host is this machine. A host that has no address is not.</summary>
    public static bool Is(string host)
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address);
        return AddressesOf(host) is { Length: > 0 } addresses && addresses.Any(address => IPAddress.IsLoopback(address) || own.Contains(address));
    }

    /// <summary>The addresses of a host; none when nobody knows it.</summary>
    public static IPAddress[] AddressesOf(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return [];
        }
    }
}

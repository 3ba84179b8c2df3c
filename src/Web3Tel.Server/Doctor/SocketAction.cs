using System.Globalization;
using System.Net;

namespace Web3Tel.Server.Doctor;

/// <summary>What the dialplan's <c>socket</c> is given: <c>10.0.0.1:8084|10.0.0.2:8084 async full</c>.</summary>
sealed record SocketAction(IReadOnlyList<(string Host, int Port)> Services, bool IsAsync, bool IsFull)
{
    /// <summary>FreeSWITCH's own default.</summary>
    const int DefaultPort = 8084;

    public static SocketAction Read(string data)
    {
        var words = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new SocketAction(
            [.. (words.FirstOrDefault() ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Service)],
            words.Contains("async"),
            words.Contains("full"));
    }

    /// <summary>Whether one of the services is who listens at that address. FreeSWITCH is on our machine when it says loopback.</summary>
    public bool LeadsTo(IPEndPoint listen) => Services.Any(service => service.Port == listen.Port
        && (listen.Address.Equals(IPAddress.Any) || listen.Address.Equals(IPAddress.IPv6Any) || Machine.AddressesOf(service.Host).Contains(listen.Address)));

    public override string ToString() => string.Join('|', Services.Select(service => $"{service.Host}:{service.Port}"));

    static (string Host, int Port) Service(string text) => text.Split(':') is [var host, var port] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? (host, number)
        : (text, DefaultPort);
}

using System.Globalization;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>Both wires between the service and a FreeSWITCH: from the service to its event socket, and for the calls that it hands over.</summary>
sealed class Wires : IAsyncDisposable
{
    readonly int events = Ports.Free();
    readonly int calls = Ports.Free();

    /// <param name="freeSwitch">The FreeSWITCH at the one end.</param>
    /// <param name="torn">The part of writes that are torn into two at any place, from 0 to 1.</param>
    public Wires(IServedSwitch freeSwitch, double torn = 0)
    {
        Events = new Wire(events, freeSwitch.EventSocketPort, torn);
        Calls = new Wire(freeSwitch.ServicePort, calls, torn);
    }

    public Wire Events { get; }

    public Wire Calls { get; }

    /// <summary>What the service at the other end is set to, as environment variables without the prefix.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["FreeSwitch__Port"] = events.ToString(CultureInfo.InvariantCulture),
        ["Outbound__Listen"] = $"127.0.0.1:{calls}",
    };

    /// <summary>Breaks every connection off at once (RST). New ones may be made.</summary>
    public void Reset()
    {
        Events.Reset();
        Calls.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Calls.DisposeAsync();
    }
}

using System.Collections.Immutable;
using System.Net;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket;

/// <summary>Whom to listen to, and what to ask of each call before it is handed over.</summary>
public sealed record OutboundListenerOptions : EventSocketOptions
{
    const int MaxOutboundFrame = 4 * 1024 * 1024;

    public OutboundListenerOptions() => MaxFrameSize = MaxOutboundFrame;

    /// <summary>The networks that connections may come from. Default: this machine.</summary>
    public ImmutableArray<IPNetwork> Allowed { get; init; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>How many connections may be open at a time. Default: 10,000.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>How long a new connection may take to tell about its call. Default: 5 seconds.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the connection stays after its channel has hung up. Default: 5 seconds; null for not at all.</summary>
    public TimeSpan? Linger { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether to ask for the events of the call itself. Default: yes.</summary>
    public bool MyEvents { get; init; } = true;

    /// <summary>Further events to ask for. Default: none.</summary>
    public ImmutableArray<EventName> Events { get; init; } = [];

    /// <summary>How events are written. Default: plain.</summary>
    public EventFormat Format { get; init; }

    /// <summary>Refusals of one address are logged once in this time. Default: a minute.</summary>
    public TimeSpan RefusalLogInterval { get; init; } = TimeSpan.FromMinutes(1);
}

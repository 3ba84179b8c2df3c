using System.Diagnostics.Metrics;

namespace Web3Tel.EventSocket;

/// <summary>What can be counted from outside, by the meter <c>Web3Tel.EventSocket</c>.</summary>
static class Meters
{
    static readonly Meter Meter = new("Web3Tel.EventSocket");

    public static readonly Counter<long> Overflows =
        Meter.CreateCounter<long>("web3tel.eventsocket.overflows", description: "Subscriptions that ended because their subscriber fell behind");

    public static readonly Counter<long> SubscriberFaults =
        Meter.CreateCounter<long>("web3tel.eventsocket.subscriber_faults", description: "Subscriptions that ended because their subscriber threw");

    public static readonly Counter<long> StrayReplies =
        Meter.CreateCounter<long>("web3tel.eventsocket.stray_replies", description: "Replies that nobody had asked for");

    public static readonly Counter<long> RefusedConnections =
        Meter.CreateCounter<long>("web3tel.eventsocket.refused_connections", description: "Outbound connections refused by address or number");
}

using Microsoft.Extensions.Logging;

namespace Web3Tel.EventSocket;

static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A subscriber fell behind: its queue of {Capacity} is full, so its subscription ends with an error")]
    public static partial void SubscriptionOverflowed(ILogger logger, int capacity);

    [LoggerMessage(2, LogLevel.Error, "A subscriber threw; its subscription ends")]
    public static partial void SubscriberThrew(ILogger logger, Exception thrown);

    [LoggerMessage(3, LogLevel.Warning, "{Peer} sent a reply that nobody had asked for: {Text}")]
    public static partial void StrayReply(ILogger logger, string peer, string text);

    [LoggerMessage(4, LogLevel.Warning, "{Peer} refused {Command}: {Error}")]
    public static partial void SetupRefused(ILogger logger, string peer, string command, string error);

    [LoggerMessage(5, LogLevel.Information, "Connected to {Peer}")]
    public static partial void Connected(ILogger logger, string peer);

    [LoggerMessage(6, LogLevel.Warning, "Disconnected: {Reason}; next attempt in {Delay}")]
    public static partial void Disconnected(ILogger logger, string reason, TimeSpan delay);

    [LoggerMessage(7, LogLevel.Error, "Stopped for good: {Reason}")]
    public static partial void Stopped(ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Warning, "Refused {Count} connection(s) from {Address}, the last one because {Reason}")]
    public static partial void Refused(ILogger logger, int count, string address, string reason);

    [LoggerMessage(9, LogLevel.Warning, "{Peer} sent a frame of no known type: {Text}")]
    public static partial void UnknownFrame(ILogger logger, string peer, string text);

    [LoggerMessage(10, LogLevel.Debug, "{Peer} says: {Text}")]
    public static partial void Noticed(ILogger logger, string peer, string text);

    [LoggerMessage(11, LogLevel.Debug, "Still disconnected: {Reason}; next attempt in {Delay}")]
    public static partial void StillDisconnected(ILogger logger, string reason, TimeSpan delay);
}

using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;

namespace Web3Tel.EventSocket;

/// <summary>What inbound and outbound connections have in common.</summary>
public abstract record EventSocketOptions
{
    /// <summary>Where the code of subscribers runs. Default: on the thread pool.</summary>
    public DeliveryMode Delivery { get; init; }

    /// <summary>How many messages may wait for a subscriber before its subscription ends with an error. Default: 10,000.</summary>
    public int QueueCapacity { get; init; } = 10_000;

    /// <summary>How long to wait for the reply to a command that says nothing else itself. Default: 30 seconds.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for a background job that says nothing else itself. Default: 5 minutes.</summary>
    public TimeSpan JobTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest frame to accept, in bytes. Default: 64 MiB.</summary>
    public int MaxFrameSize { get; init; } = FrameReader.DefaultMaxFrameSize;

    /// <summary>Makes the ids of jobs and applications. Default: random UUIDs.</summary>
    public Func<string> NewId { get; init; } = static () => Guid.NewGuid().ToString();
}

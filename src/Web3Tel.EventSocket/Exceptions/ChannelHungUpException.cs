using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket;

/// <summary>The channel hung up before what was waited for was done.</summary>
public sealed class ChannelHungUpException : Exception
{
    public ChannelHungUpException()
    {
    }

    public ChannelHungUpException(string message)
        : base(message)
    {
    }

    public ChannelHungUpException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ChannelHungUpException(string uuid, HangupCause? cause)
        : base($"Channel {uuid} has hung up ({cause?.ToString() ?? "no cause given"}).")
    {
        Uuid = uuid;
        Cause = cause;
    }

    /// <summary>The channel.</summary>
    public string? Uuid { get; }

    /// <summary>Why it hung up, where FreeSWITCH said so.</summary>
    public HangupCause? Cause { get; }
}

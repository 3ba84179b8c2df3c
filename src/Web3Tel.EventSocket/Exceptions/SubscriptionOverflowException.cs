namespace Web3Tel.EventSocket;

/// <summary>A subscriber was too slow: its queue was full, and it has missed messages. Only this subscription ends.</summary>
public sealed class SubscriptionOverflowException : Exception
{
    public SubscriptionOverflowException()
    {
    }

    public SubscriptionOverflowException(string message)
        : base(message)
    {
    }

    public SubscriptionOverflowException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SubscriptionOverflowException(int capacity)
        : base($"The subscriber fell behind: {capacity} messages were waiting for it and one more came. Subscribe anew, do less in OnNext, or raise QueueCapacity.")
    {
    }
}

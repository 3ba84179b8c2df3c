namespace Web3Tel.EventSocket.Delivery;

/// <summary>Where the code of subscribers runs.</summary>
public enum DeliveryMode
{
    /// <summary>On the thread pool, one call at a time per subscription. The socket is read meanwhile.</summary>
    ThreadPool,

    /// <summary>At once, on the thread that reads. For virtual time, where there is one thread and nothing to wait for.</summary>
    Inline,
}

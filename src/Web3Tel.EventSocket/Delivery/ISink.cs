namespace Web3Tel.EventSocket.Delivery;

/// <summary>Takes messages on the thread that reads: it is quick and never waits.</summary>
interface ISink<in T>
{
    void OnNext(T item);

    /// <summary>No more of them; the reason is null in good order.</summary>
    void End(Exception? reason);
}

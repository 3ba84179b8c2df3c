namespace Web3Tel.EventSocket.Transport;

/// <summary>Takes the connections that others open to us.</summary>
public interface IAcceptor
{
    /// <summary>Cold: subscribing listens, disposing stops listening (transports already given stay open).</summary>
    IObservable<ITransport> Accepted { get; }
}

namespace Web3Tel.EventSocket.Transport;

/// <summary>Opens transports to one address.</summary>
public interface IConnector
{
    /// <summary>Cold: each subscription tries once and gives one transport, or the error. Disposing gives up.</summary>
    IObservable<ITransport> Connect();
}

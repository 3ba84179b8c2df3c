namespace Web3Tel.EventSocket.Sockets;

/// <summary>Hands a call over, and lets its first events go once the user has had the chance to subscribe to them.</summary>
sealed class ReleasingObserver(IObserver<OutboundSocket> observer) : IObserver<OutboundSocket>
{
    public void OnNext(OutboundSocket value)
    {
        try
        {
            observer.OnNext(value);
        }
        finally
        {
            value.Release();
        }
    }

    public void OnError(Exception error) => observer.OnError(error);

    public void OnCompleted() => observer.OnCompleted();
}

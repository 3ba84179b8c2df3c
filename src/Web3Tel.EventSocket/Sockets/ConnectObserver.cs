using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Waits for what FreeSWITCH tells of the channel.</summary>
sealed class ConnectObserver(Action<EventMessage> told, Action<Exception> failed) : IObserver<EventMessage>, IReadSafe
{
    public void OnNext(EventMessage value) => told(value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => failed(error);
}

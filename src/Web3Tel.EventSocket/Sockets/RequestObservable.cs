using Web3Tel.EventSocket.Commands;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A command whose reply is its answer: subscribing sends it.</summary>
sealed class RequestObservable<TReply>(Session session, Command<TReply> command) : IObservable<TReply>
{
    public IDisposable Subscribe(IObserver<TReply> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var request = new Request<TReply>(session, command, observer);
        request.Start();
        return request;
    }
}

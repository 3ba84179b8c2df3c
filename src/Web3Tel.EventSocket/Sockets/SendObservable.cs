using System.Reactive.Disposables;
using Web3Tel.EventSocket.Commands;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Sends on the connection that there is when it is subscribed to; without one it fails at once.</summary>
sealed class SendObservable<TReply>(Func<Session?> connected, Command<TReply> command) : IObservable<TReply>
{
    public IDisposable Subscribe(IObserver<TReply> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        if (connected() is { } session)
        {
            return session.Send(command).Subscribe(observer);
        }

        observer.OnError(new ConnectionLostException($"There is no connection to FreeSWITCH, so '{command.GetType().Name}' was not sent."));
        return Disposable.Empty;
    }
}

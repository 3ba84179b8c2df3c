using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>An application on a channel: subscribing starts it.</summary>
sealed class ExecuteObservable(Session session, Execute command) : IObservable<ApplicationResult>
{
    public IDisposable Subscribe(IObserver<ApplicationResult> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var wait = new ExecuteWait(session, command with { EventUuid = command.EventUuid ?? session.Options.NewId() }, observer);
        wait.Start();
        return wait;
    }
}

using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Nobody else looks at the reply to a command that we send on our own account: what goes wrong is logged.</summary>
sealed class SetupObserver(Session session, LineCommand command, Action? done = null) : IObserver<CommandReply>, IReadSafe
{
    public void OnNext(CommandReply reply)
    {
        if (!reply.Success)
        {
            Log.SetupRefused(session.Logger, session.Peer, command.ToString(), reply.ErrorMessage!);
        }
    }

    public void OnCompleted() => done?.Invoke();

    public void OnError(Exception error)
    {
        // That the connection is lost, its owner says.
        if (error is not ConnectionLostException)
        {
            Log.SetupRefused(session.Logger, session.Peer, command.ToString(), error.Message);
        }
    }
}

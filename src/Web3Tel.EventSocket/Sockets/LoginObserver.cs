using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>Waits for the reply to the password.</summary>
sealed class LoginObserver(Action accepted, Action<Exception> failed) : IObserver<CommandReply>, IReadSafe
{
    public void OnNext(CommandReply value)
    {
        if (value.Success)
        {
            accepted();
        }
        else
        {
            failed(new AuthenticationFailedException(
                $"FreeSWITCH did not accept the password ('{value.ReplyText}'). Compare it with event_socket.conf.xml."));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => failed(error);
}

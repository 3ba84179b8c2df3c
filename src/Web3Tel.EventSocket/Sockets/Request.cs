using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A command on its way, and the wait for its reply.</summary>
sealed class Request<TReply>(Session session, Command<TReply> command, IObserver<TReply> observer)
    : Wait<TReply>(observer, session.Options.Delivery, session.Logger), IReplySlot
{
    public void Start()
    {
        try
        {
            session.Enqueue(command, this);
            Limit(command.Timeout ?? session.Options.ReplyTimeout, $"'{command.GetType().Name}'", session.Scheduler);
        }
        catch (ArgumentException refused)
        {
            Fail(refused);
        }
    }

    void IReplySlot.Reply(Frame frame)
    {
        try
        {
            var reply = command.Read(frame);
            if (command is LineCommand line && reply is CommandReply { Success: true })
            {
                // Also when nobody waits any more: the connection is set up so now.
                session.Remember(line);
            }

            Finish(reply);
        }
        catch (ProtocolException broken)
        {
            Fail(broken);
        }
    }
}

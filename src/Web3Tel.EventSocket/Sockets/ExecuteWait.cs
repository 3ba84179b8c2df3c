using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>An application that was asked for, and the wait for its end.</summary>
sealed class ExecuteWait(Session session, Execute command, IObserver<ApplicationResult> observer)
    : Wait<ApplicationResult>(observer, session.Options.Delivery, session.Logger), IReplySlot
{
    public Execute Command => command;

    /// <summary>Tells that it was not even queued, so that another may take its place.</summary>
    public Action<ExecuteWait>? Refused { get; set; }

    public void Start()
    {
        session.Needs.Ask(EventName.ChannelExecuteComplete, EventName.ChannelHangup, EventName.ChannelHangupComplete);
        session.Executions.Start(this);
        Limit(command.Timeout ?? Timeout.InfiniteTimeSpan, $"application '{command.Application}'", session.Scheduler);
    }

    public void Send() => session.Enqueue(command, this);

    public void Complete(EventMessage message) => Finish(new ApplicationResult(null, message));

    void IReplySlot.Reply(Frame frame)
    {
        var queued = command.Read(frame);
        if (!queued.Success)
        {
            Refused?.Invoke(this);
            Finish(queued);
        }
    }
}

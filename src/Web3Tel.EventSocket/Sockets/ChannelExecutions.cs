using System.Reactive.Disposables;
using Web3Tel.EventSocket.Delivery;
using Web3Tel.EventSocket.Messages;
using Web3Tel.EventSocket.Routing;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>
/// The applications of one channel. FreeSWITCH closes the connection when 257 messages wait in a channel, so only some
/// are under way at a time and the others wait here, in order.
/// </summary>
sealed class ChannelExecutions(string uuid, Lock gate, Action idle) : ISink<EventMessage>, IDisposable
{
    const int MaxUnderWay = 64;

    readonly SingleAssignmentDisposable listening = new();
    readonly Dictionary<string, ExecuteWait> underWay = [];
    readonly Queue<ExecuteWait> waiting = new();
    ChannelHungUpException? hungUp;

    public void Listen(EventRouter router) => listening.Disposable = router.Channel(uuid, this);

    public void Start(ExecuteWait wait)
    {
        if (hungUp is not null)
        {
            wait.Fail(hungUp);
            return;
        }

        waiting.Enqueue(wait);
        SendNext();
    }

    public void Fail(Exception reason)
    {
        ExecuteWait[] failed = [.. underWay.Values, .. waiting];
        underWay.Clear();
        waiting.Clear();
        foreach (var wait in failed)
        {
            wait.Fail(reason);
        }

        idle();
    }

    public void Dispose() => listening.Dispose();

    void ISink<EventMessage>.OnNext(EventMessage item)
    {
        switch (item.EventName)
        {
            case EventName.ChannelExecuteComplete:
                Complete(item);
                break;
            case EventName.ChannelHangup or EventName.ChannelHangupComplete:
                HangUp(item.HangupCause);
                break;
        }
    }

    void ISink<EventMessage>.End(Exception? reason)
    {
        // The connection that ends fails what waits on it, with a better reason.
    }

    void Complete(EventMessage message)
    {
        ExecuteWait? wait;
        lock (gate)
        {
            if (message[HeaderNames.ApplicationUuid] is not { } id || !underWay.Remove(id, out wait))
            {
                return;
            }

            SendNext();
        }

        wait.Complete(message);
    }

    void HangUp(HangupCause? cause)
    {
        lock (gate)
        {
            hungUp ??= new ChannelHungUpException(uuid, cause);
            Fail(hungUp);
        }
    }

    void Refuse(ExecuteWait wait)
    {
        lock (gate)
        {
            underWay.Remove(wait.Command.EventUuid!);
            SendNext();
        }
    }

    void SendNext()
    {
        while (underWay.Count < MaxUnderWay && waiting.TryDequeue(out var next))
        {
            if (next.IsFinished)
            {
                continue;
            }

            if (!underWay.TryAdd(next.Command.EventUuid!, next))
            {
                next.Fail(new InvalidOperationException($"An application with the EventUuid {next.Command.EventUuid} runs on channel {uuid} already."));
                continue;
            }

            next.Refused = Refuse;
            next.Send();
        }

        if (underWay.Count == 0 && waiting.Count == 0)
        {
            idle();
        }
    }
}

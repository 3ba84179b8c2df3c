using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using Web3Tel.EventSocket.Commands;
using Web3Tel.EventSocket.Messages;

namespace Web3Tel.EventSocket.Sockets;

/// <summary>A new connection until it is a call: we say <c>connect</c> and the rest, FreeSWITCH tells about the channel.</summary>
/// <param name="admitted">Called once it is a call.</param>
/// <param name="closed">Called at the end, with the reason why it never was a call, if so.</param>
sealed class OutboundHandshake(
    OutboundSocket socket, OutboundListenerOptions options, IScheduler scheduler, Action<OutboundSocket> admitted, Action<string?> closed)
{
    IDisposable silence = Disposable.Empty;
    bool ready;

    public void Start()
    {
        socket.Closed = Closed;
        silence = scheduler.Schedule(options.FirstByteTimeout, () => socket.Fail(new TimeoutException(
            $"{socket.Peer} has connected and not told about a call for {options.FirstByteTimeout}.")));

        var setup = Setup().ToList();
        socket.Send(new Connect()).Subscribe(new ConnectObserver(data => Identify(data, setup.Count == 0), socket.Fail));
        for (var i = 0; i < setup.Count; i++)
        {
            socket.Send(setup[i]).Subscribe(new SetupObserver(socket.Session, setup[i], i == setup.Count - 1 ? Admit : null));
        }

        socket.Session.Start();
    }

    IEnumerable<LineCommand> Setup()
    {
        if (options.Linger is { } time)
        {
            yield return new Linger(time);
        }

        if (options.MyEvents)
        {
            yield return new MyEvents { Format = options.Format };
        }

        if (!options.Events.IsEmpty)
        {
            yield return new Events(options.Events) { Format = options.Format };
        }
    }

    void Identify(EventMessage data, bool last)
    {
        socket.Identify(data);
        if (last)
        {
            Admit();
        }
    }

    void Admit()
    {
        silence.Dispose();
        ready = true;
        admitted(socket);
    }

    void Closed(Exception? reason)
    {
        silence.Dispose();
        closed(ready ? null : reason?.Message ?? "it closed before it told about a call");
    }
}

using Web3Tel.Simulator.Channels;
using Web3Tel.Simulator.Events;
using Web3Tel.Simulator.Listeners;

namespace Web3Tel.Simulator.Applications;

/// <summary>
/// Hands the call to a service: connects out, waits for its <c>connect</c>, then parks and does what it is told.
/// Several hosts, <c>a:8084|b:8084</c>, are tried in turn.
/// </summary>
sealed class SocketApplication : Application
{
    IDisposable? connecting;
    Listener? listener;
    bool isParked;
    bool isLeft;

    protected override void Start()
    {
        var words = Data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hosts = words.Length > 0 ? words[0].Split('|') : [];
        Try(hosts, 0, words.Contains("async"), words.Contains("full"));
    }

    public override bool Reads => isParked;

    public override void Interrupt()
    {
        if (isLeft)
        {
            return;
        }

        isLeft = true;
        connecting?.Dispose();
        if (Channel.IsUp)
        {
            Unpark();
            Channel.Execution.Drain(Leave);
        }
        else
        {
            Channel.Execution.Drain(() =>
            {
                Unpark();
                Leave();
            });
        }
    }

    public override void Resume() => LookAtConnection();

    /// <summary>The service has said <c>connect</c>: from here on the channel listens to it.</summary>
    public void Connected()
    {
        After(Switch.Options.ParkDelay, () =>
        {
            isParked = true;
            Channel.Fire(EventKind.Park);
            Channel.Execution.WakeAtNextFrame();
        });
    }

    /// <summary>The connection has ended.</summary>
    public void Disconnected() => After(TimeSpan.Zero, () =>
    {
        if (Channel.Execution.Top == this)
        {
            LookAtConnection();
        }
        else
        {
            Channel.Execution.Wake();
        }
    });

    void Try(string[] hosts, int index, bool async, bool full)
    {
        if (index >= hosts.Length)
        {
            Finish();
            return;
        }

        Channel.Variables["socket_host"] = hosts[index].Split(':')[0];
        connecting = Switch.Connect(
            hosts[index],
            transport =>
            {
                if (IsFinished || isLeft)
                {
                    transport.Dispose();
                    return;
                }

                listener = Listener.Outbound(Switch, transport, Channel, this, async, full);
                Channel.Controller = listener;
                listener.Start();
            },
            _ =>
            {
                if (!IsFinished && !isLeft)
                {
                    Try(hosts, index + 1, async, full);
                }
            });
    }

    void LookAtConnection()
    {
        if (listener is { IsClosed: true } && !isLeft && !IsFinished)
        {
            Interrupt();
        }
    }

    void Unpark()
    {
        if (isParked)
        {
            Channel.Fire(EventKind.Unpark);
        }
    }

    void Leave()
    {
        // The connection's end with socket_resume has put the channel into CS_RESET: the dialplan goes on.
        if (Channel.State == ChannelState.Reset)
        {
            Channel.State = ChannelState.Execute;
        }

        Finish();
    }
}

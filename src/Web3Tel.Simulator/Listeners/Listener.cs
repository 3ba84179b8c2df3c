using System.Buffers;
using System.Globalization;
using System.Text;
using Web3Tel.EventSocket;
using Web3Tel.EventSocket.Framing;
using Web3Tel.EventSocket.Transport;
using Web3Tel.Simulator.Applications;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Listeners;

/// <summary>
/// One Event Socket connection, seen from FreeSWITCH's side. Commands are taken one after another; events wait while
/// one is being carried out, so that its reply comes first.
/// </summary>
sealed class Listener : ITransportReader
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    readonly SimulatedFreeSwitch freeSwitch;
    readonly ITransport transport;
    readonly SocketApplication? application;
    readonly CommandReader reader = new();
    readonly Queue<ReceivedCommand> commands = new();
    readonly List<byte[]> held = [];
    string? registeredFor;
    bool isRegistered;
    bool isBusy;
    bool isReading;
    IDisposable? patience;
    IDisposable? lingering;

    Listener(SimulatedFreeSwitch freeSwitch, ITransport transport, Channel? channel, SocketApplication? application)
    {
        (this.freeSwitch, this.transport, Channel, this.application) = (freeSwitch, transport, channel, application);
    }

    public SimulatedFreeSwitch Switch => freeSwitch;

    public Subscription Subscription { get; } = new();

    /// <summary>The call this connection was made for; null on a connection that a client opened.</summary>
    public Channel? Channel { get; private set; }

    public bool IsOutbound => application is not null;

    public bool IsAsync { get; private init; }

    public bool IsFull { get; private init; }

    public bool IsAuthorized { get; private set; }

    public bool IsConnected { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>How long to stay after the call, or null not to.</summary>
    public TimeSpan? Linger { get; set; }

    public bool Resumes { get; set; }

    public int? LogLevel { get; set; }

    public static Listener Inbound(SimulatedFreeSwitch freeSwitch, ITransport transport) =>
        new(freeSwitch, transport, null, null) { IsFull = true, IsAsync = true };

    public static Listener Outbound(
        SimulatedFreeSwitch freeSwitch, ITransport transport, Channel channel, SocketApplication application, bool async, bool full) =>
        new(freeSwitch, transport, channel, application) { IsAsync = async, IsFull = full, IsAuthorized = true };

    public void Start()
    {
        freeSwitch.Listeners.Add(this);
        transport.Start(this);
        if (!IsOutbound)
        {
            Write("Content-Type: auth/request\n\n");
        }

        patience = freeSwitch.After(Patience, () => Close());
    }

    /// <summary>The client has said the right password.</summary>
    public void Authorize()
    {
        IsAuthorized = true;
        patience?.Dispose();
    }

    void ITransportReader.Received(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        freeSwitch.Post(() => Take(copy));
    }

    void ITransportReader.Closed(Exception? reason) => freeSwitch.Post(() => Close(notice: false));

    /// <summary>Sends an event, now or as soon as the command being carried out has been answered.</summary>
    public void Deliver(ReadOnlyMemory<byte> frame)
    {
        if (isBusy || freeSwitch.IsStalled)
        {
            held.Add(frame.ToArray());
        }
        else
        {
            transport.Write(frame.Span);
        }
    }

    public void Write(string text) => transport.Write(Encoding.UTF8.GetBytes(text));

    public void Answer(string? reply)
    {
        if (reply is not null && !IsClosed)
        {
            Write(reply.StartsWith('~')
                ? $"Content-Type: command/reply\n{reply[1..]}"
                : $"Content-Type: command/reply\nReply-Text: {reply}\n\n");
        }

        isBusy = false;
        GoOn();
    }

    /// <summary>Sends what has waited, and reads on.</summary>
    public void GoOn()
    {
        if (isBusy || freeSwitch.IsStalled)
        {
            return;
        }

        foreach (var frame in held)
        {
            transport.Write(frame);
        }

        held.Clear();
        if (!isReading)
        {
            ReadOn();
        }
    }

    public void AnswerApi(string response)
    {
        var text = response.Length > 0 ? response : "-ERR no reply\n";
        Write(string.Create(CultureInfo.InvariantCulture, $"Content-Type: api/response\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\n\n{text}"));
        Answer(null);
    }

    public void Connect()
    {
        IsConnected = true;
        patience?.Dispose();
        var reply = new ArrayBufferWriter<byte>(0x2000);
        freeSwitch.EventWriter.WriteBare(new ConnectReply(Channel!, IsAsync, IsFull), freeSwitch.Events.Sequence, reply);
        transport.Write(reply.WrittenSpan);
        application!.Connected();
    }

    /// <summary>Follows one call as an outbound connection does.</summary>
    public void Follow(Channel channel) => Channel = channel;

    /// <summary>Makes the switch send what the subscription asks for; to be called when that has changed.</summary>
    public void Subscribed()
    {
        if (isRegistered)
        {
            freeSwitch.Events.Remove(this, registeredFor);
        }

        isRegistered = !IsClosed;
        registeredFor = Subscription.IsMyEvents && Channel is not null ? Channel.Id : Subscription.OnlyChannel;
        if (isRegistered)
        {
            freeSwitch.Events.Add(this, registeredFor);
        }
    }

    /// <summary>The call has been hung up. A connection that does not linger goes, sometimes before the call's last event.</summary>
    public void ChannelHungUp()
    {
        if (Linger is null && freeSwitch.Random.Chance(0.5))
        {
            freeSwitch.After(TimeSpan.Zero, () => Close());
        }
    }

    /// <summary>The call's last event has been sent.</summary>
    public void ChannelConcluded()
    {
        if (Linger is not { } time)
        {
            Close();
            return;
        }

        Deliver(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"Content-Type: text/disconnect-notice\nControlled-Session-UUID: {Channel!.Id}\nContent-Disposition: linger\nChannel-Name: {Channel.Name}\nLinger-Time: {(long)time.TotalSeconds}\nContent-Length: 0\n\n")));
        if (time >= TimeSpan.Zero)
        {
            lingering = freeSwitch.After(time, () => Close());
        }
    }

    /// <summary>Ends the connection, with the notice that says so unless the other end is gone already.</summary>
    public void Close(bool notice = true)
    {
        if (IsClosed)
        {
            return;
        }

        IsClosed = true;
        patience?.Dispose();
        lingering?.Dispose();
        Subscribed();
        freeSwitch.Listeners.Remove(this);
        if (notice)
        {
            Write(Disconnect.Notice(IsOutbound ? Channel : null));
        }

        transport.Dispose();
        if (application is not null)
        {
            Disconnect.Release(Channel!, this, application);
        }
    }

    void Take(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (reader.TryRead(ref bytes, out var command))
            {
                commands.Enqueue(command);
            }
        }
        catch (ProtocolException)
        {
            // What is no command ends the connection, as FreeSWITCH's parser does.
            Close();
        }

        ReadOn();
    }

    void ReadOn()
    {
        isReading = true;
        while (!isBusy && !IsClosed && !freeSwitch.IsStalled && commands.TryDequeue(out var command))
        {
            isBusy = true;
            ListenerCommands.Handle(this, command);
        }

        isReading = false;
    }
}

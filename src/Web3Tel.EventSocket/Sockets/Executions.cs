namespace Web3Tel.EventSocket.Sockets;

/// <summary>The applications that run on the channels of one connection.</summary>
sealed class Executions(Session session)
{
    readonly Lock gate = new();
    readonly Dictionary<string, ChannelExecutions> channels = [];
    string? own;
    Exception? over;

    /// <summary>Tells which channel the connection itself belongs to; it is followed from now on, so that its end is known.</summary>
    public void Own(string uuid)
    {
        lock (gate)
        {
            own = uuid;
            Find(uuid);
        }
    }

    public void Start(ExecuteWait wait)
    {
        lock (gate)
        {
            var uuid = wait.Command.Uuid ?? own;
            if (over is not null)
            {
                wait.Fail(over);
            }
            else if (uuid is null)
            {
                wait.Fail(new InvalidOperationException("This connection belongs to no channel: name one in Execute.Uuid."));
            }
            else
            {
                Find(uuid).Start(wait);
            }
        }
    }

    /// <summary>The connection is over.</summary>
    public void Fail(Exception reason)
    {
        lock (gate)
        {
            over = reason;
            foreach (var channel in channels.Values.ToArray())
            {
                channel.Fail(reason);
            }
        }
    }

    ChannelExecutions Find(string uuid)
    {
        if (!channels.TryGetValue(uuid, out var channel))
        {
            channel = new ChannelExecutions(uuid, gate, () => Forget(uuid));
            channels.Add(uuid, channel);
            channel.Listen(session.Router);
        }

        return channel;
    }

    void Forget(string uuid)
    {
        if (uuid != own && channels.Remove(uuid, out var channel))
        {
            channel.Dispose();
        }
    }
}

using System.Reactive.Concurrency;

namespace Web3Tel.EventSocket.Transport;

/// <summary>One end of a connection inside a <see cref="MemoryLink"/>.</summary>
sealed class MemoryTransport(string peer, IScheduler scheduler, MemoryLinkOptions options) : ITransport
{
    readonly Lock gate = new();
    readonly Queue<Packet> arriving = new();
    MemoryTransport? other;
    ITransportReader? reader;
    bool delivering;
    bool closed;

    public string Peer => peer;

    public bool IsClosed => closed;

    public static void Join(MemoryTransport one, MemoryTransport another) => (one.other, another.other) = (another, one);

    public void Start(ITransportReader reader)
    {
        lock (gate)
        {
            if (this.reader is not null)
            {
                throw new InvalidOperationException("This transport has been started already; each transport has one reader.");
            }

            this.reader = reader;
            ScheduleDelivery();
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (closed)
        {
            return;
        }

        while (bytes.Length > 0)
        {
            var size = options.Split is { } split ? Math.Clamp(split(bytes.Length), 1, bytes.Length) : bytes.Length;
            other!.Arrive(new Packet(bytes[..size].ToArray(), null, scheduler.Now + options.Delay));
            bytes = bytes[size..];
        }
    }

    public void Dispose()
    {
        if (End(null))
        {
            other!.Arrive(new Packet(null, null, scheduler.Now + options.Delay));
        }
    }

    /// <summary>What is under way is lost, and this end learns why.</summary>
    public bool End(Exception? reason)
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            closed = true;
            arriving.Clear();
            arriving.Enqueue(new Packet(null, reason, scheduler.Now));
            ScheduleDelivery();
            return true;
        }
    }

    void Arrive(Packet packet)
    {
        lock (gate)
        {
            if (!closed)
            {
                arriving.Enqueue(packet);
                ScheduleDelivery();
            }
        }
    }

    void ScheduleDelivery()
    {
        if (delivering || reader is null || !arriving.TryPeek(out var next))
        {
            return;
        }

        // One delivery is scheduled at a time, so calls to the reader are serialized on any scheduler.
        delivering = true;
        scheduler.Schedule(Scheduler.Normalize(next.Due - scheduler.Now), Deliver);
    }

    void Deliver()
    {
        while (Take() is { } packet)
        {
            if (packet.Bytes is { } bytes)
            {
                reader!.Received(bytes);
            }
            else
            {
                reader!.Closed(packet.Reason);
                return;
            }
        }
    }

    Packet? Take()
    {
        lock (gate)
        {
            if (arriving.TryPeek(out var packet) && packet.Due <= scheduler.Now)
            {
                closed |= packet.Bytes is null;
                return arriving.Dequeue();
            }

            delivering = false;
            ScheduleDelivery();
            return null;
        }
    }

    /// <summary>Bytes, or the end of the connection when there are none.</summary>
    sealed record Packet(byte[]? Bytes, Exception? Reason, DateTimeOffset Due);
}

using System.Net.Sockets;

namespace Web3Tel.EventSocket.Transport;

/// <summary>
/// The outgoing side of a TCP connection: writing copies and returns, one loop sends. What is written while a send is
/// under way leaves with the next one.
/// </summary>
/// <param name="close">Closes the connection; may be called again.</param>
sealed class TcpWriter(Socket socket, int maxOutgoing, Action close) : IThreadPoolWorkItem
{
    readonly Lock gate = new();
    OutgoingBytes? written;
    int underWay;
    bool running;
    bool blocked;
    bool closing;

    /// <summary>Why it could not be sent, or null.</summary>
    public Exception? Error { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (closing)
            {
                return;
            }

            var waiting = (long)underWay + (written?.Count ?? 0) + bytes.Length;
            if (waiting > maxOutgoing)
            {
                Fail(new OutgoingOverflowException($"{waiting} bytes wait to be sent and the limit is {maxOutgoing}: the other side does not read."));
                return;
            }

            (written ??= new OutgoingBytes()).Add(bytes);
            if (running)
            {
                return;
            }

            running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Closes the connection when what has been written is sent, or at once when the other side does not take it.</summary>
    public void Close()
    {
        lock (gate)
        {
            closing = true;
            if (!running || blocked)
            {
                close();
            }
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAllAsync();

    async Task SendAllAsync()
    {
        try
        {
            while (TakeWritten() is { } bytes)
            {
                // Not given back when sending fails: the system may still read it.
                await SendAsync(bytes.Memory).ConfigureAwait(false);
                bytes.Dispose();
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            lock (gate)
            {
                running = false;
                Fail(broken);
            }
        }
    }

    async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var sending = socket.SendAsync(bytes, SocketFlags.None);
            Block(!sending.IsCompleted);
            bytes = bytes[await sending.ConfigureAwait(false)..];
        }

        Block(false);
    }

    /// <summary>Notes that the other side does not take more just now: then nobody who closes waits for it.</summary>
    void Block(bool waits)
    {
        lock (gate)
        {
            blocked = waits;
            if (closing && waits)
            {
                close();
            }
        }
    }

    OutgoingBytes? TakeWritten()
    {
        lock (gate)
        {
            var bytes = written;
            written = null;
            underWay = bytes?.Count ?? 0;
            if (bytes is null)
            {
                running = false;
                if (closing)
                {
                    close();
                }
            }

            return bytes;
        }
    }

    void Fail(Exception broken)
    {
        Error ??= closing ? null : broken;
        closing = true;
        written?.Dispose();
        written = null;
        close();
    }
}

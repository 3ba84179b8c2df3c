using System.Buffers;
using System.Net.Sockets;

namespace Web3Tel.EventSocket.Transport;

/// <summary>
/// The outgoing side of a TCP connection: writing copies and returns, one loop sends. What is written while a send is
/// under way leaves with the next one.
/// </summary>
sealed class TcpWriter(Socket socket, int maxOutgoing) : IDisposable, IThreadPoolWorkItem
{
    const int KeptCapacity = 16 * 1024;

    readonly Lock gate = new();
    ArrayBufferWriter<byte>? filling;
    int underWay;
    bool running;
    bool blocked;
    bool closed;

    /// <summary>Why it could not be sent, or null.</summary>
    public Exception? Error { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            var pending = (long)underWay + (filling?.WrittenCount ?? 0) + bytes.Length;
            if (pending > maxOutgoing)
            {
                Error = new OutgoingOverflowException($"{pending} bytes wait to be sent and the limit is {maxOutgoing}: the other side does not read.");
                closed = true;
                socket.Dispose();
                return;
            }

            filling ??= new ArrayBufferWriter<byte>();
            filling.Write(bytes);
            if (running)
            {
                return;
            }

            running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Closes the socket when what has been written is sent, or at once when the other side does not take it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            if (!running || blocked)
            {
                socket.Dispose();
            }
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAllAsync();

    async Task SendAllAsync()
    {
        ArrayBufferWriter<byte>? sent = null;
        try
        {
            while (TakeFilled(sent) is { } filled)
            {
                sent = filled;
                await SendAsync(filled.WrittenMemory).ConfigureAwait(false);
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            Fail(broken);
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
            if (closed && waits)
            {
                socket.Dispose();
            }
        }
    }

    /// <summary>Takes what has been written, and leaves the buffer that has been sent to be filled again.</summary>
    ArrayBufferWriter<byte>? TakeFilled(ArrayBufferWriter<byte>? sent)
    {
        sent?.ResetWrittenCount();
        lock (gate)
        {
            var filled = filling;
            filling = filled is not null && sent?.Capacity <= KeptCapacity ? sent : null;
            underWay = filled?.WrittenCount ?? 0;
            if (underWay > 0)
            {
                return filled;
            }

            running = false;
            if (closed)
            {
                socket.Dispose();
            }

            return null;
        }
    }

    void Fail(Exception broken)
    {
        lock (gate)
        {
            Error ??= closed ? null : broken;
            closed = true;
            running = false;
            filling = null;
            socket.Dispose();
        }
    }
}

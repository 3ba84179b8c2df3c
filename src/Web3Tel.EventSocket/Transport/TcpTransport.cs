using System.Buffers;
using System.Net.Sockets;

namespace Web3Tel.EventSocket.Transport;

/// <summary>A TCP connection. While it is idle it holds no buffers, so ten thousand waiting calls are cheap.</summary>
sealed class TcpTransport : ITransport
{
    const int ReadSize = 128 * 1024;

    readonly Socket socket;
    readonly bool ownThread;
    readonly TcpWriter writer;
    ITransportReader? reader;
    bool disposed;
    bool readToEnd;

    /// <param name="socket">Connected.</param>
    /// <param name="maxOutgoing">How many bytes may wait to be sent, before the connection is closed for it.</param>
    /// <param name="ownThread">Whether a thread of its own reads it: then it is read even when user code holds the whole pool.</param>
    public TcpTransport(Socket socket, int maxOutgoing, bool ownThread)
    {
        this.socket = socket;
        this.ownThread = ownThread;
        socket.NoDelay = true;
        socket.Blocking = ownThread;
        KeepAlive.Enable(socket);
        writer = new TcpWriter(socket, maxOutgoing, Close);
        Peer = socket.RemoteEndPoint?.ToString() ?? "";
    }

    public string Peer { get; }

    public void Start(ITransportReader reader)
    {
        if (Interlocked.CompareExchange(ref this.reader, reader, null) is not null)
        {
            throw new InvalidOperationException("This transport has been started already; each transport has one reader.");
        }

        if (ownThread)
        {
            new Thread(() => ReadToEnd(reader)) { IsBackground = true, Name = $"read {Peer}" }.Start();
        }
        else
        {
            // On the pool, because what has arrived is read at once.
            _ = Task.Run(() => ReadToEndAsync(reader));
        }
    }

    public void Write(ReadOnlySpan<byte> bytes) => writer.Write(bytes);

    public void Dispose()
    {
        Volatile.Write(ref disposed, true);
        writer.Close();
    }

    void ReadToEnd(ITransportReader reader)
    {
        Exception? reason = null;
        try
        {
            while (ReadWhatIsThere(reader))
            {
                // Each reading waits until there is something.
            }
        }
        catch (Exception broken)
        {
            reason = broken;
        }

        End(reader, reason);
    }

    async Task ReadToEndAsync(ITransportReader reader)
    {
        Exception? reason = null;
        try
        {
            do
            {
                await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None).ConfigureAwait(false);
            }
            while (ReadWhatIsThere(reader));
        }
        catch (Exception broken)
        {
            reason = broken;
        }

        End(reader, reason);
    }

    /// <summary>Whatever it is that ended the reading, whoever waits must hear of it.</summary>
    void End(ITransportReader reader, Exception? broken)
    {
        var reason = writer.Error ?? (Volatile.Read(ref disposed) ? null : broken);
        Volatile.Write(ref readToEnd, true);
        writer.Close();
        reader.Closed(reason);
    }

    /// <summary>
    /// In good order, so that what was written last arrives: while we read, the end of the stream is waited for. Disposing
    /// would reset the connection.
    /// </summary>
    void Close()
    {
        if (Volatile.Read(ref readToEnd) || Volatile.Read(ref reader) is null)
        {
            socket.Dispose();
            return;
        }

        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception late) when (late is SocketException or ObjectDisposedException)
        {
            // The other side was faster; the reading end will see it.
            socket.Dispose();
        }
    }

    /// <returns>False at the end of the stream.</returns>
    bool ReadWhatIsThere(ITransportReader reader)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            int count;
            do
            {
                count = socket.Receive(buffer, SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock)
                {
                    return true;
                }

                if (error != SocketError.Success)
                {
                    throw new SocketException((int)error);
                }

                if (count == 0)
                {
                    return false;
                }

                reader.Received(buffer.AsSpan(0, count));
            }
            while (count == buffer.Length);

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>A wire between the service and FreeSWITCH that is as bad as the test wants it: it tears writes into pieces, and breaks off.</summary>
sealed class Wire : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly int to;
    readonly double torn;
    readonly Random random = new(1);
    readonly CancellationTokenSource end = new();
    readonly List<Socket> open = [];
    readonly Task running;
    int tornWrites;
    int made;

    /// <param name="port">Where it listens, on this machine.</param>
    /// <param name="to">Where it leads, on this machine.</param>
    /// <param name="torn">The part of writes that are torn into two at any place, from 0 to 1.</param>
    public Wire(int port, int to, double torn = 0)
    {
        (this.to, this.torn) = (to, torn);
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        running = Accept();
    }

    /// <summary>How many writes were torn.</summary>
    public int Torn => tornWrites;

    /// <summary>How many connections were made.</summary>
    public int Made => made;

    /// <summary>Breaks every connection off at once (RST). New ones may be made.</summary>
    public void Reset()
    {
        lock (open)
        {
            foreach (var socket in open)
            {
                try
                {
                    socket.LingerState = new LingerOption(true, 0);
                    socket.Close();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // It had ended by itself.
                }
            }

            open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Reset();
        await running;
        end.Dispose();
    }

    async Task Accept()
    {
        while (!end.IsCancellationRequested)
        {
            Socket near;
            try
            {
                near = await listener.AcceptSocketAsync(end.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            near.NoDelay = true;
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, to);
            }
            catch (SocketException)
            {
                near.Dispose();
                far.Dispose();
                continue;
            }

            lock (open)
            {
                open.AddRange([near, far]);
                made++;
            }

            _ = Carry(near, far);
            _ = Carry(far, near);
        }
    }

    async Task Carry(Socket from, Socket into)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                var cut = CutAt(read);
                await into.SendAsync(buffer.AsMemory(0, cut));
                if (cut < read)
                {
                    // Whoever reads must see two pieces.
                    await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
                    await into.SendAsync(buffer.AsMemory(cut, read - cut));
                }
            }

            into.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            from.Dispose();
            into.Dispose();
        }
    }

    int CutAt(int length)
    {
        lock (random)
        {
            if (length < 2 || random.NextDouble() >= torn)
            {
                return length;
            }

            tornWrites++;
            return random.Next(1, length);
        }
    }
}

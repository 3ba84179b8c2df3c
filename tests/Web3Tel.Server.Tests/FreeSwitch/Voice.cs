using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Web3Tel.Server.Tests.FreeSwitch;

/// <summary>
/// The sound of a telephone, by RTP: it says one tone without end to whoever sends it anything, and keeps what it is sent. Keys are pressed by
/// telephone events (RFC 4733, payload 101). The telephone's SIP is SIPp's, which names this port in its SDP.
/// </summary>
sealed class Voice : IAsyncDisposable
{
    const int Packet = 160;
    const int Header = 12;
    const int KeyEvent = 101;

    /// <summary>In packets: how long a key is held down, how often its end is told, and all of it with the pause after it.</summary>
    const int Held = 10;
    const int Ends = 3;
    const int Key = 25;
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    readonly UdpClient socket;
    readonly CancellationTokenSource end = new();
    readonly List<byte> heard = [];
    readonly ConcurrentQueue<char> keys = new();
    readonly Task running;
    volatile IPEndPoint? other;
    volatile byte[] said;

    public Voice(int port, int hertz)
    {
        socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
        said = Tones.ALaw((hertz, 1));
        running = Task.WhenAll(Listen(), Speak());
    }

    /// <summary>Says another tone from now on.</summary>
    public void Say(int hertz) => said = Tones.ALaw((hertz, 1));

    /// <summary>Presses keys, one after the other, from now on.</summary>
    public void Press(string keys)
    {
        foreach (var key in keys)
        {
            this.keys.Enqueue(key);
        }
    }

    /// <summary>What it has heard since <see cref="Hear"/> was last asked, or else at all, as A-law.</summary>
    public byte[] Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    /// <summary>What it hears from now on, for so many seconds, as A-law.</summary>
    public async Task<byte[]> Hear(double seconds)
    {
        lock (heard)
        {
            heard.Clear();
        }

        var wanted = (int)(seconds * 8_000);
        await Service.Eventually.Holds(
            () => Count() >= wanted ? Task.CompletedTask : throw new InvalidOperationException($"Only {Count()} samples of {wanted} have come."), TimeSpan.FromSeconds(30));
        lock (heard)
        {
            return [.. heard.Take(wanted)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            socket.Dispose();
            end.Dispose();
        }
    }

    int Count()
    {
        lock (heard)
        {
            return heard.Count;
        }
    }

    async Task Listen()
    {
        while (true)
        {
            var packet = await socket.ReceiveAsync(end.Token);
            other = packet.RemoteEndPoint;
            if (packet.Buffer.Length == Header + Packet && (packet.Buffer[1] & 0x7f) == 8)
            {
                lock (heard)
                {
                    heard.AddRange(packet.Buffer[Header..]);
                }
            }
        }
    }

    async Task Speak()
    {
        using var pace = new PeriodicTimer(Pace, TimeProvider.System);
        var (key, since) = ('\0', 0);
        for (ushort number = 0; await pace.WaitForNextTickAsync(end.Token); number++)
        {
            if (other is not { } to)
            {
                continue;
            }

            if ((key == '\0' || number - since >= Key) && keys.TryDequeue(out var next))
            {
                (key, since) = (next, number);
            }

            var tick = number - since;
            await socket.SendAsync(key != '\0' && tick < Held + Ends ? Pressed(key, number, tick) : Tone(number), to, end.Token);
        }
    }

    byte[] Tone(ushort number)
    {
        var packet = Begun(number, number, 8, Packet);
        var tone = said;
        tone.AsSpan(number * Packet % tone.Length, Packet).CopyTo(packet.AsSpan(Header));
        return packet;
    }

    static byte[] Pressed(char key, ushort number, int tick)
    {
        var packet = Begun(number, (ushort)(number - tick), (byte)(KeyEvent | (tick == 0 ? 0x80 : 0)), 4);
        packet[Header] = (byte)"0123456789*#".IndexOf(key, StringComparison.Ordinal);
        packet[Header + 1] = (byte)((tick < Held ? 0 : 0x80) | 10);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(Header + 2), (ushort)(Math.Min(tick + 1, Held) * Packet));
        return packet;
    }

    static byte[] Begun(ushort number, ushort since, byte kind, int length)
    {
        var packet = new byte[Header + length];
        packet[0] = 0x80;
        packet[1] = kind;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), number);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), (uint)since * Packet);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), 0x57334c21);
        return packet;
    }
}

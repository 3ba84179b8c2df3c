using System.Buffers;
using System.Globalization;

namespace Web3Tel.Simulator.Events;

/// <summary>What all events of one second begin with: which switch, and when.</summary>
sealed class EventHead(SwitchIdentity identity, DateTimeOffset second)
{
    readonly string local = second.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    readonly string gmt = second.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
    readonly string core = identity.CoreUuid;
    byte[]? plain;

    /// <summary>Whether it still holds.</summary>
    public bool Is(SwitchIdentity whose, long unixSeconds) => unixSeconds == second.ToUnixTimeSeconds() && core == whose.CoreUuid;

    public ReadOnlySpan<byte> AsPlain()
    {
        if (plain is null)
        {
            var buffer = new ArrayBufferWriter<byte>(0x200);
            Write(new PlainSink(buffer));
            plain = buffer.WrittenSpan.ToArray();
        }

        return plain;
    }

    public void Write(IHeaderSink sink)
    {
        sink.Add("Core-UUID"u8, core);
        sink.Add("FreeSWITCH-Hostname"u8, identity.Hostname);
        sink.Add("FreeSWITCH-Switchname"u8, identity.Hostname);
        sink.Add("FreeSWITCH-IPv4"u8, identity.IPv4);
        sink.Add("FreeSWITCH-IPv6"u8, identity.IPv6);
        sink.Add("Event-Date-Local"u8, local);
        sink.Add("Event-Date-GMT"u8, gmt);
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Events;

/// <summary>Writes headers as <c>event plain</c> has them.</summary>
sealed class PlainSink(ArrayBufferWriter<byte> to) : IHeaderSink
{
    bool hasBody;

    public void Add(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        PercentEncoding.Write(to, value.Length == 0 ? "_undef_" : value);
        to.Write("\n"u8);
    }

    public void Add(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, to.GetSpan(20), out var written);
        to.Advance(written);
        to.Write("\n"u8);
    }

    public void Add(ChannelVariables variables) => to.Write(variables.AsPlain());

    public void Add(CallerProfile profile, ProfileHeaders names) => to.Write(profile.AsPlain(names));

    public void Add(EventHead head) => to.Write(head.AsPlain());

    public void Body(string text)
    {
        hasBody = true;
        Add("Content-Length"u8, Encoding.UTF8.GetByteCount(text));
        to.Write("\n"u8);
        Encoding.UTF8.GetBytes(text, to);
    }

    public void End()
    {
        if (!hasBody)
        {
            to.Write("\n"u8);
        }
    }

    void Name(ReadOnlySpan<byte> name)
    {
        to.Write(name);
        to.Write(": "u8);
    }
}

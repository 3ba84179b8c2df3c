using System.Buffers;
using System.Globalization;
using System.Text;
using Web3Tel.Simulator.Channels;

namespace Web3Tel.Simulator.Events;

/// <summary>Writes headers as <c>event json</c> has them: values exact, every value a string, arrays as arrays.</summary>
sealed class JsonSink : IHeaderSink
{
    readonly ArrayBufferWriter<byte> to;
    bool first = true;

    public JsonSink(ArrayBufferWriter<byte> to)
    {
        this.to = to;
        to.Write("{"u8);
    }

    public void Add(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        if (value.StartsWith(ChannelVariables.ArrayPrefix, StringComparison.Ordinal))
        {
            Array(value[ChannelVariables.ArrayPrefix.Length..].Split("|:"));
        }
        else
        {
            Text(value);
        }
    }

    public void Add(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Text(value.ToString(CultureInfo.InvariantCulture));
    }

    public void Add(ChannelVariables variables)
    {
        foreach (var (name, value) in variables)
        {
            Add(Encoding.UTF8.GetBytes($"variable_{name}"), value);
        }
    }

    public void Add(CallerProfile profile, ProfileHeaders names) => profile.Write(this, names);

    public void Add(EventHead head) => head.Write(this);

    public void Body(string text)
    {
        Add("Content-Length"u8, Encoding.UTF8.GetByteCount(text));
        Add("_body"u8, text);
    }

    public void End() => to.Write("}"u8);

    void Name(ReadOnlySpan<byte> name)
    {
        to.Write(first ? "\""u8 : ",\""u8);
        first = false;
        to.Write(name);
        to.Write("\":"u8);
    }

    void Array(string[] values)
    {
        to.Write("["u8);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                to.Write(","u8);
            }

            Text(values[i]);
        }

        to.Write("]"u8);
    }

    void Text(string value)
    {
        to.Write("\""u8);
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        Encoding.UTF8.GetBytes(escaped.ToString(), to);
        to.Write("\""u8);
    }
}

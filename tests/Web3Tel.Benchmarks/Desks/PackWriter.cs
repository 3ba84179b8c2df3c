using System.Buffers.Binary;
using System.Text;

namespace Web3Tel.Benchmarks.Desks;

/// <summary>Writes a message to a circuit: MessagePack, as much of it as is needed, behind its length.</summary>
sealed class PackWriter
{
    readonly MemoryStream bytes = new();

    /// <summary>What a page asks of the service.</summary>
    /// <param name="id">Of the answer that is wanted, or null for none.</param>
    /// <param name="arguments">Text, whole numbers, flags and null.</param>
    public static byte[] Invocation(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        var writer = new PackWriter();
        writer.Array(6);
        writer.Whole(1);
        writer.bytes.WriteByte(0x80); // no headers
        writer.Value(id);
        writer.Value(target);
        writer.Array(arguments.Length);
        foreach (var argument in arguments)
        {
            writer.Value(argument);
        }

        writer.Array(0);
        return writer.Framed();
    }

    /// <summary>The page is still there.</summary>
    public static byte[] Ping()
    {
        var writer = new PackWriter();
        writer.Array(1);
        writer.Whole(6);
        return writer.Framed();
    }

    void Value(object? value)
    {
        switch (value)
        {
            case null:
                bytes.WriteByte(0xc0);
                break;
            case bool flag:
                bytes.WriteByte(flag ? (byte)0xc3 : (byte)0xc2);
                break;
            case long number:
                Whole(number);
                break;
            case string text:
                Text(text);
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} is not sent.");
        }
    }

    void Array(int length) => bytes.WriteByte((byte)(0x90 | length));

    void Whole(long number)
    {
        if (number is >= 0 and < 128)
        {
            bytes.WriteByte((byte)number);
            return;
        }

        Span<byte> eight = stackalloc byte[9];
        eight[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(eight[1..], number);
        bytes.Write(eight);
    }

    void Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> head = stackalloc byte[5];
        head[0] = 0xdb;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], utf8.Length);
        bytes.Write(head);
        bytes.Write(utf8);
    }

    /// <summary>Behind its length, seven bits a byte.</summary>
    byte[] Framed()
    {
        var length = new List<byte>();
        for (var left = (uint)bytes.Length; ; left >>= 7)
        {
            length.Add((byte)((left & 0x7f) | (left > 0x7f ? 0x80u : 0)));
            if (left <= 0x7f)
            {
                return [.. length, .. bytes.ToArray()];
            }
        }
    }
}

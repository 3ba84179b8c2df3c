using System.Buffers.Binary;
using System.Text;

namespace Web3Tel.Benchmarks.Desks;

/// <summary>Reads what a circuit says: MessagePack, as much of it as there comes.</summary>
ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> rest = bytes;

    /// <summary>The length that stands before a message, seven bits a byte; null while not all of it has come.</summary>
    public static (int Head, int Length)? Frame(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length && i < 5; i++)
        {
            length |= (bytes[i] & 0x7f) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
            {
                return bytes.Length - i - 1 >= length ? (i + 1, length) : null;
            }
        }

        return null;
    }

    /// <summary>Null, flags, whole numbers (<see cref="long"/>), text, bytes and arrays of them; maps are passed over.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public object? Read()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            < 0x80 => (long)kind,
            <= 0x8f => Map(kind & 0x0f),
            <= 0x9f => Array(kind & 0x0f),
            <= 0xbf => Text(kind & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Take(Take(1)[0]).ToArray(),
            0xc5 => Take(Two()).ToArray(),
            0xc6 => Take(Four()).ToArray(),
            0xcc => (long)Take(1)[0],
            0xcd => (long)Two(),
            0xce => (long)(uint)Four(),
            0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd0 => (long)(sbyte)Take(1)[0],
            0xd1 => (long)(short)Two(),
            0xd2 => (long)Four(),
            0xd9 => Text(Take(1)[0]),
            0xda => Text(Two()),
            0xdb => Text(Four()),
            0xdc => Array(Two()),
            0xdd => Array(Four()),
            >= 0xe0 => (long)(sbyte)kind,
            _ => throw new InvalidDataException($"A circuit says 0x{kind:x2}."),
        };
    }

    object?[] Array(int length)
    {
        var items = new object?[length];
        for (var i = 0; i < length; i++)
        {
            items[i] = Read();
        }

        return items;
    }

    object? Map(int length)
    {
        for (var i = 0; i < length * 2; i++)
        {
            Read();
        }

        return null;
    }

    string Text(int length) => Encoding.UTF8.GetString(Take(length));

    int Two() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    int Four() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    ReadOnlySpan<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}

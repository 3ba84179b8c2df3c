using System.Buffers;

namespace Web3Tel.EventSocket.Transport;

/// <summary>Bytes that wait to be sent together, in an array that is borrowed: disposing gives it back.</summary>
sealed class OutgoingBytes : IDisposable
{
    const int Smallest = 4 * 1024;

    byte[] array = ArrayPool<byte>.Shared.Rent(Smallest);

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Memory => array.AsMemory(0, Count);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > array.Length - Count)
        {
            Grow(Count + bytes.Length);
        }

        bytes.CopyTo(array.AsSpan(Count));
        Count += bytes.Length;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(array);
        array = [];
        Count = 0;
    }

    void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, array.Length * 2));
        Memory.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }
}

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>Looks at bytes of a connection.</summary>
interface IByteWatch
{
    /// <summary>Before they are read.</summary>
    void Receiving(ReadOnlySpan<byte> bytes);

    /// <summary>All that follows at once has been done.</summary>
    void Received();

    /// <summary>Before they go.</summary>
    void Writing(ReadOnlySpan<byte> bytes);

    /// <summary>They have gone.</summary>
    void Written(ReadOnlySpan<byte> bytes);
}

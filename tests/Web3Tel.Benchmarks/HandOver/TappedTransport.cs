using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>A connection whose bytes somebody looks at as they come and go.</summary>
sealed class TappedTransport(ITransport tapped, IByteWatch watch) : ITransport
{
    public string Peer => tapped.Peer;

    public void Start(ITransportReader reader) => tapped.Start(new Reader(reader, watch));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        watch.Writing(bytes);
        tapped.Write(bytes);
        watch.Written(bytes);
    }

    public void Dispose() => tapped.Dispose();

    sealed class Reader(ITransportReader tapped, IByteWatch watch) : ITransportReader
    {
        public void Received(ReadOnlySpan<byte> bytes)
        {
            watch.Receiving(bytes);
            tapped.Received(bytes);
            watch.Received();
        }

        public void Closed(Exception? reason) => tapped.Closed(reason);
    }
}

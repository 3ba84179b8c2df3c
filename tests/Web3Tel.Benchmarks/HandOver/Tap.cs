using System.Diagnostics;
using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>Sees the service's bytes come and go, on one thread: how long after what came does a phone ring?</summary>
sealed class Tap
{
    static ReadOnlySpan<byte> Originate => "originate "u8;

    long receivedAt;

    /// <summary>Told the ticks between bytes that came and the command to ring that followed from them.</summary>
    public Action<long> Rang { get; set; } = _ => { };

    public IConnector On(IConnector connector) => new Connector(connector, this);

    public IAcceptor On(IAcceptor acceptor) => new Acceptor(acceptor, this);

    sealed class Connector(IConnector tapped, Tap tap) : IConnector
    {
        public IObservable<ITransport> Connect() => tapped.Connect().Select(transport => new Transport(transport, tap));
    }

    sealed class Acceptor(IAcceptor tapped, Tap tap) : IAcceptor
    {
        public IObservable<ITransport> Accepted => tapped.Accepted.Select(transport => new Transport(transport, tap));
    }

    sealed class Transport(ITransport tapped, Tap tap) : ITransport
    {
        public string Peer => tapped.Peer;

        public void Start(ITransportReader reader) => tapped.Start(new Reader(reader, tap));

        public void Write(ReadOnlySpan<byte> bytes)
        {
            tapped.Write(bytes);
            if (tap.receivedAt != 0 && bytes.IndexOf(Originate) >= 0)
            {
                tap.Rang(Stopwatch.GetTimestamp() - tap.receivedAt);
            }
        }

        public void Dispose() => tapped.Dispose();
    }

    sealed class Reader(ITransportReader tapped, Tap tap) : ITransportReader
    {
        public void Received(ReadOnlySpan<byte> bytes)
        {
            tap.receivedAt = Stopwatch.GetTimestamp();
            tapped.Received(bytes);
            tap.receivedAt = 0;
        }

        public void Closed(Exception? reason) => tapped.Closed(reason);
    }
}

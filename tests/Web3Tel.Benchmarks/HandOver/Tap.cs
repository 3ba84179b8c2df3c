using System.Diagnostics;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks.HandOver;

/// <summary>Sees the service's bytes come and go, on one thread: how long after what came does a phone ring?</summary>
sealed class Tap : IByteWatch
{
    static ReadOnlySpan<byte> Originate => "originate "u8;

    long receivedAt;

    /// <summary>Told the ticks between bytes that came and the command to ring that followed from them.</summary>
    public Action<long> Rang { get; set; } = _ => { };

    public IConnector On(IConnector connector) => new TappedConnector(connector, () => this);

    public IAcceptor On(IAcceptor acceptor) => new TappedAcceptor(acceptor, () => this);

    public void Receiving(ReadOnlySpan<byte> bytes) => receivedAt = Stopwatch.GetTimestamp();

    public void Received() => receivedAt = 0;

    public void Writing(ReadOnlySpan<byte> bytes)
    {
    }

    public void Written(ReadOnlySpan<byte> bytes)
    {
        if (receivedAt != 0 && bytes.IndexOf(Originate) >= 0)
        {
            Rang(Stopwatch.GetTimestamp() - receivedAt);
        }
    }
}

using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks.HandOver;

/// <inheritdoc cref="TappedConnector"/>
sealed class TappedAcceptor(IAcceptor tapped, Func<IByteWatch> watch) : IAcceptor
{
    public IObservable<ITransport> Accepted => tapped.Accepted.Select(transport => new TappedTransport(transport, watch()));
}

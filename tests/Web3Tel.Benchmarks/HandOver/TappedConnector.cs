using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Benchmarks.HandOver;

/// <param name="watch">Whoever looks at a connection.</param>
sealed class TappedConnector(IConnector tapped, Func<IByteWatch> watch) : IConnector
{
    public IObservable<ITransport> Connect() => tapped.Connect().Select(transport => new TappedTransport(transport, watch()));
}

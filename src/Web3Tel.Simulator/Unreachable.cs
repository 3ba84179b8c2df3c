using System.Reactive.Linq;
using Web3Tel.EventSocket.Transport;

namespace Web3Tel.Simulator;

/// <summary>An address at which nobody listens.</summary>
sealed class Unreachable : IConnector
{
    public static readonly Unreachable Instance = new();

    public IObservable<ITransport> Connect() => Observable.Throw<ITransport>(new IOException("Connection refused."));
}

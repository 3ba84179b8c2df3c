using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;
using Web3Tel.FreeSwitch.Gateways;

namespace Web3Tel.Server.Hosting;

/// <summary>The gateways to providers of every FreeSWITCH, as they are now.</summary>
sealed class GatewayWatch : IDisposable
{
    readonly BehaviorSubject<ImmutableSortedDictionary<string, NodeGateways>> nodes = new(ImmutableSortedDictionary.Create<string, NodeGateways>(StringComparer.Ordinal));

    readonly IDisposable watching;

    public GatewayWatch(ISwitch @switch) => watching = (@switch is IGateways gateways ? gateways.Gateways : Observable.Empty<NodeGateways>())
        .Scan(nodes.Value, (known, told) => known.SetItem(told.Node, told))
        .Subscribe(nodes.OnNext);

    public IReadOnlyCollection<NodeGateways> Now => [.. nodes.Value.Values];

    /// <summary>Now and from now on.</summary>
    public IObservable<IReadOnlyCollection<NodeGateways>> Changes => nodes.Select(known => (IReadOnlyCollection<NodeGateways>)[.. known.Values]);

    public void Dispose()
    {
        watching.Dispose();
        nodes.OnCompleted();
    }
}

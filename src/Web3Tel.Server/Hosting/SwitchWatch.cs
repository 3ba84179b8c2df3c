using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Hosting;

/// <summary>Whether the switch can be commanded, for the page and for whoever monitors us.</summary>
sealed class SwitchWatch : IDisposable
{
    readonly BehaviorSubject<ImmutableSortedDictionary<string, NodeState>> nodes =
        new(ImmutableSortedDictionary.Create<string, NodeState>(StringComparer.Ordinal));

    readonly IDisposable watching;

    public SwitchWatch(ISwitch @switch) => watching = @switch.Nodes
        .Scan(nodes.Value, (known, state) => known.SetItem(state.Node, state))
        .Subscribe(nodes.OnNext, nodes.OnError);

    /// <summary>What is wrong with the switch, or null when all is well.</summary>
    public string? Trouble => TroubleOf(nodes.Value);

    /// <summary>What is wrong with the switch now and from now on, or null when all is well.</summary>
    public IObservable<string?> Troubles => nodes.Select(TroubleOf).DistinctUntilChanged();

    public void Dispose()
    {
        watching.Dispose();
        nodes.OnCompleted();
    }

    static string? TroubleOf(ImmutableSortedDictionary<string, NodeState> known) =>
        known.IsEmpty ? "Connecting to the switch." : known.Values.OfType<NodeState.Down>().FirstOrDefault() is { } down ? $"{down.Node}: {down.Why}" : null;
}

using System.Collections.Immutable;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Web3Tel.Calls;

namespace Web3Tel.Server.Hosting;

/// <summary>Whether the switch can be commanded, for the page and for whoever monitors us.</summary>
internal sealed class SwitchWatch : IDisposable
{
    private readonly BehaviorSubject<ImmutableSortedDictionary<string, NodeState>> nodes =
        new(ImmutableSortedDictionary.Create<string, NodeState>(StringComparer.Ordinal));

    private readonly IDisposable watching;

    public SwitchWatch(ISwitch @switch, ILogger<SwitchWatch> logger) => watching = @switch.Nodes
        .Do(state => Tell(state, logger))
        .Scan(nodes.Value, (known, state) => known.SetItem(state.Node, state))
        .Subscribe(nodes.OnNext, nodes.OnError);

    /// <summary>What is wrong with the switch, or null when all is well.</summary>
    public string? Trouble => TroubleOf(nodes.Value);

    /// <summary>What is wrong with the switch now and from now on, or null when all is well.</summary>
    public IObservable<string?> Troubles => nodes.Select(TroubleOf).DistinctUntilChanged();

    public void Dispose()
    {
        watching.Dispose();
        nodes.Dispose();
    }

    private static string? TroubleOf(ImmutableSortedDictionary<string, NodeState> known) =>
        known.IsEmpty ? "Connecting to the switch." : known.Values.OfType<NodeState.Down>().FirstOrDefault() is { } down ? $"{down.Node}: {down.Why}" : null;

    private static void Tell(NodeState state, ILogger logger)
    {
        switch (state)
        {
            case NodeState.Up up:
                Log.NodeUp(logger, up.Node, up.Calls.Length);
                break;
            case NodeState.Down down:
                Log.NodeDown(logger, down.Node, down.Why);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No words for {state.GetType().Name}.");
        }
    }
}

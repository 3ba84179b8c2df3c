using System.Collections.Immutable;

namespace Web3Tel.Calls;

/// <summary>Whether a node of the switch can be commanded.</summary>
public abstract record NodeState
{
    private NodeState(string node) => Node = node;

    public string Node { get; init; }

    /// <summary>Commands reach the node; these calls live on it.</summary>
    public sealed record Up(string Node, ImmutableArray<LiveCall> Calls) : NodeState(Node)
    {
        /// <summary>Phones that are in calls which are not ours, as they are dialled.</summary>
        public ImmutableArray<string> PhonesInUse { get; init; } = [];
    }

    public sealed record Down(string Node, string Why) : NodeState(Node);
}

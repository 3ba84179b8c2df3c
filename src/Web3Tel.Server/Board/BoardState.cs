using System.Collections.Immutable;
using Web3Tel.Server.Accounts;

namespace Web3Tel.Server.Board;

/// <summary>What a supervisor wants to see of the call center at one moment.</summary>
/// <param name="Queues">By name.</param>
/// <param name="Operators">By id.</param>
/// <param name="Calls">Those waiting in the order in which they will be served, queue by queue; then conversations, longest first; then the rest.</param>
public sealed record BoardState(ImmutableArray<QueueOnBoard> Queues, ImmutableArray<OperatorOnBoard> Operators, ImmutableArray<CallOnBoard> Calls)
{
    /// <summary>What somebody may see of it who may not see all queues.</summary>
    internal BoardState SeenBy(Visitor visitor)
    {
        if (visitor.IsOfAllQueues)
        {
            return this;
        }

        CallOnBoard[] calls = [.. Calls.Where(call => visitor.Sees(call.Queue))];
        var ids = calls.Select(call => call.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. Queues.Where(queue => visitor.Sees(queue.Name))],
            [.. Operators.Where(one => one.Queues.Any(visitor.Sees)).Select(one => one.With(ids.Contains))],
            [.. calls]);
    }
}

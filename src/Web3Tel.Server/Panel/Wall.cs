using System.Collections.Immutable;
using Web3Tel.Distribution;
using Web3Tel.Explanation;
using Web3Tel.History;
using Web3Tel.Server.Accounts;
using Web3Tel.Server.Board;

namespace Web3Tel.Server.Panel;

/// <summary>All that the page shows at one moment.</summary>
/// <param name="Board">Queues, operators and calls.</param>
/// <param name="History">The calls that ended last, newest first.</param>
/// <param name="SwitchTrouble">What is wrong with the switch, or null.</param>
/// <param name="StorageTrouble">Why nothing is remembered, or null.</param>
/// <param name="IsSimulated">Whether callers and operators are invented.</param>
public sealed record Wall(BoardState Board, IReadOnlyList<HistoryEntry> History, string? SwitchTrouble, string? StorageTrouble, bool IsSimulated)
{
    /// <summary>What those wait for who stand in front, by the calls' ids.</summary>
    public IReadOnlyDictionary<string, Hindrance> Reasons { get; init; } = ImmutableDictionary<string, Hindrance>.Empty;

    /// <summary>How often something was found not to be as believed, and put right.</summary>
    public ImmutableSortedDictionary<Repair, long> Repairs { get; init; } = ImmutableSortedDictionary<Repair, long>.Empty;

    /// <inheritdoc cref="BoardState.SeenBy"/>
    internal Wall SeenBy(Visitor visitor) => visitor.IsOfAllQueues ? this : this with { Repairs = Repairs.Clear(), Board = Board.SeenBy(visitor), History = [.. History.Where(call => visitor.Sees(call.Queue))] };
}

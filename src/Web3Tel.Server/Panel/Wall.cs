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
    /// <inheritdoc cref="BoardState.SeenBy"/>
    internal Wall SeenBy(Visitor visitor) => visitor.IsOfAllQueues ? this : this with { Board = Board.SeenBy(visitor), History = [.. History.Where(call => visitor.Sees(call.Queue))] };
}

using Web3Tel.Distribution;

namespace Web3Tel.Server.Api;

/// <summary>One kind of repair.</summary>
/// <param name="Count">How many since there is a journal.</param>
sealed record RepairCount(Repair What, long Count);

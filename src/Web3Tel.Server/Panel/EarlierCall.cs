using Web3Tel.History;

namespace Web3Tel.Server.Panel;

/// <summary>A call that there was before with somebody.</summary>
/// <param name="IsRecorded">Whether there is something to be heard of it.</param>
public sealed record EarlierCall(HistoryEntry Call, bool IsRecorded);

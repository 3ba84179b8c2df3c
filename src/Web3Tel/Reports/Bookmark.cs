namespace Web3Tel.Reports;

/// <summary>What a reader must know to read on where another stopped, besides the state of the call center there.</summary>
/// <param name="Through">The last journal entry that is in the facts.</param>
/// <param name="At">Until when the time of operators is in the facts.</param>
/// <param name="Conversations">Those of operators at that moment, by the operator's id.</param>
public sealed record Bookmark(long Through, DateTimeOffset At, IReadOnlyDictionary<string, Conversation> Conversations);

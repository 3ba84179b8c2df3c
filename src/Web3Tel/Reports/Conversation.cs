namespace Web3Tel.Reports;

/// <summary>The conversation an operator is in, or wraps up: to which its time is counted, whenever it passes.</summary>
/// <param name="Offer">Number of the offer it came of.</param>
/// <param name="Queue">The queue out of which, or for which, it came.</param>
/// <param name="Line">The number the caller had dialled.</param>
/// <param name="Slot">When it began.</param>
public sealed record Conversation(long Offer, string Queue, string Line, long Slot);

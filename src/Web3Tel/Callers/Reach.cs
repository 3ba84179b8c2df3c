namespace Web3Tel.Callers;

/// <summary>How many phones may ring at once for a caller for whom more and more do.</summary>
/// <param name="Phones">So many, if the caller is the first; each of those behind has one.</param>
/// <param name="MoreAt">When more may; null when all of the queue may already.</param>
public sealed record Reach(int Phones, DateTimeOffset? MoreAt);

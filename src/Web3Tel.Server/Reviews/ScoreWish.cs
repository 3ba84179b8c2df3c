namespace Web3Tel.Server.Reviews;

/// <summary>A score card as it is handed in.</summary>
/// <param name="Operator">Id of the operator it is about; null for the only one who talked.</param>
/// <param name="Points">By the criterion's id.</param>
/// <param name="Comment">Any text, or null.</param>
public sealed record ScoreWish(string? Operator, IReadOnlyDictionary<string, int>? Points, string? Comment);

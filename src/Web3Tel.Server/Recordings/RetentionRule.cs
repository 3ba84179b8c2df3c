namespace Web3Tel.Server.Recordings;

/// <summary>Recordings of a queue are deleted some days after the conversation; those of a queue without a rule never.</summary>
sealed record RetentionRule(string Queue, int Days);

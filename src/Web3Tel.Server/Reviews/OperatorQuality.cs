namespace Web3Tel.Server.Reviews;

/// <summary>How an operator was judged.</summary>
/// <param name="Operator">Id.</param>
/// <param name="Recordings">How many conversations were judged.</param>
/// <param name="Scores">By how many score cards.</param>
/// <param name="Average">The mean of these, from 0 to 1.</param>
public sealed record OperatorQuality(string Operator, int Recordings, int Scores, double Average);

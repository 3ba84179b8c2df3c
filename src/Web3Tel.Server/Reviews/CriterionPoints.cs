namespace Web3Tel.Server.Reviews;

/// <summary>What was given for a criterion.</summary>
/// <param name="Criterion">Its id.</param>
/// <param name="Given">From 0 to <paramref name="Most"/>.</param>
/// <param name="Most">What could be given.</param>
/// <param name="Weight">How much it counts beside the others.</param>
public sealed record CriterionPoints(string Criterion, int Given, int Most, int Weight);

namespace Web3Tel.Journal;

/// <summary>How a replay compares with what was decided then.</summary>
/// <param name="Calls">Calls compared with the history.</param>
/// <param name="UnknownCalls">Calls the history does not have: not compared.</param>
/// <param name="Difference">The first difference in words, or null.</param>
public sealed record ReplayResult(
    long Events,
    long Offers,
    int Calls,
    int DifferentCalls,
    int UnknownCalls,
    int States,
    int DifferentStates,
    string? Difference)
{
    public bool IsTheSame => Difference is null;
}

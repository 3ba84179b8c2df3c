namespace Web3Tel.Server.Board;

/// <summary>A queue at one moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">How many have a place: callers who wait, and customers to be called back.</param>
/// <param name="Callbacks">How many are to be called back, those who are being called included.</param>
/// <param name="LongestSince">Since when the first of them has waited, or null when none does.</param>
/// <param name="LongestWaitSeconds">The same as a duration.</param>
/// <param name="Talking">Conversations going on.</param>
/// <param name="OperatorsReady">Operators who would be offered a caller now.</param>
/// <param name="OperatorsSignedIn">Operators who serve it and are signed in.</param>
/// <param name="ExpectedWaitSeconds">What a caller who joins now has to expect, or null when that cannot be told.</param>
/// <param name="ExpectedWaitError">By how much waits differed from what was expected on joining, in seconds, the mean of all; null before the first.</param>
/// <param name="ExpectedWaits">How many waits that is the mean of.</param>
/// <param name="Configuration">Version of the configuration that is valid.</param>
public sealed record QueueOnBoard(
    string Name, int Waiting, int Callbacks, DateTimeOffset? LongestSince, double LongestWaitSeconds, int Talking, int OperatorsReady, int OperatorsSignedIn,
    double? ExpectedWaitSeconds, double? ExpectedWaitError, long ExpectedWaits, int Configuration = 0)
{
    /// <summary>What the operators who serve it do.</summary>
    public CrewOnBoard Operators { get; init; } = CrewOnBoard.Nobody;
}

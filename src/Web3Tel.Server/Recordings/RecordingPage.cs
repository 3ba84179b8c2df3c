namespace Web3Tel.Server.Recordings;

/// <summary>A page of what was found, newest first.</summary>
/// <param name="Total">How many were found, on all pages.</param>
/// <param name="Newer">How many of them come before this page.</param>
/// <param name="Recordings">The page.</param>
sealed record RecordingPage(int Total, int Newer, IReadOnlyList<Recording> Recordings)
{
    /// <summary>Whether there are older ones.</summary>
    public bool HasMore => Newer + Recordings.Count < Total;
}

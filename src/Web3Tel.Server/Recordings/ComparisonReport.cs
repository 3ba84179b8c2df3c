namespace Web3Tel.Server.Recordings;

/// <summary>What came of comparing the index with the files. Lists name the first <see cref="MostNamed"/> only.</summary>
/// <param name="At">When.</param>
/// <param name="Trouble">Why they could not be compared, or null.</param>
/// <param name="Recordings">How many the index has.</param>
/// <param name="Files">How many there are in the folders of days.</param>
/// <param name="Repaired">Files that the index lacked, or had for missing, and has now.</param>
/// <param name="Orphans">Files of which the history knows nothing. They are left alone.</param>
/// <param name="Missing">Recordings whose file is not there.</param>
/// <param name="Changed">Recordings whose file has another size than it had when it was finished.</param>
sealed record ComparisonReport(DateTimeOffset At, string? Trouble, int Recordings, int Files, PathList Repaired, PathList Orphans, PathList Missing, PathList Changed)
{
    public const int MostNamed = 1_000;
}

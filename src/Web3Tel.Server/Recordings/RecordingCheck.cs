namespace Web3Tel.Server.Recordings;

/// <summary>A file compared with what it was when it was finished.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Sha256">As it was; empty when it was never finished.</param>
/// <param name="Size">As it was, in bytes.</param>
/// <param name="FoundSha256">As it is; null when there is no file.</param>
/// <param name="FoundSize">As it is; null when there is no file.</param>
sealed record RecordingCheck(string Id, CheckVerdict Verdict, string Sha256, long Size, string? FoundSha256, long? FoundSize)
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<RecordingCheck> Of(Recording recording, RecordingFolder folder, CancellationToken cancellation)
    {
        if (folder.Look(recording.Path) is not { } file)
        {
            return new RecordingCheck(recording.Id, CheckVerdict.Missing, recording.Sha256, recording.Size, null, null);
        }

        var sum = await folder.Sum(recording.Path, cancellation).ConfigureAwait(false);
        var verdict = recording.Sha256.Length == 0 ? CheckVerdict.Unfinished : sum == recording.Sha256 ? CheckVerdict.Same : CheckVerdict.Changed;
        return new RecordingCheck(recording.Id, verdict, recording.Sha256, recording.Size, sum, file.Size);
    }
}

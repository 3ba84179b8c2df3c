namespace Web3Tel.Calls;

/// <summary>What came of recording a caller.</summary>
/// <param name="Length">How long the recording is.</param>
/// <param name="EndedInSilence">Whether the caller said nothing any more: the end of it is silence.</param>
public sealed record Recorded(TimeSpan Length, bool EndedInSilence);

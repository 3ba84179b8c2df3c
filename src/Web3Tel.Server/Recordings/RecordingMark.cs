namespace Web3Tel.Server.Recordings;

/// <summary>How far the index goes.</summary>
/// <param name="Through">What ended up to this entry of the journal is here, as far as the index is whole.</param>
/// <param name="IsWhole">Whether nothing is missing that has to be brought from the history.</param>
readonly record struct RecordingMark(long Through, bool IsWhole);

using System.Collections.Immutable;

namespace Web3Tel.Simulator;

/// <summary>What a real FreeSWITCH would have written into a file by now.</summary>
/// <param name="Path">The file, as the command named it.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsStereo">Whether the caller is left and the operator right.</param>
/// <param name="Silences">When it was masked, from its beginning; in order.</param>
public sealed record RecordedSound(string Path, TimeSpan Length, bool IsStereo, ImmutableArray<(TimeSpan From, TimeSpan Until)> Silences);

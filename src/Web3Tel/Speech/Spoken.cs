using System.Collections.Immutable;

namespace Web3Tel.Speech;

/// <summary>Something to be said, in parts that are spoken and kept each by itself.</summary>
public sealed record Spoken(Language Language, ImmutableArray<string> Parts);

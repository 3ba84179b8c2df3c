namespace Web3Tel.Server.Versions;

/// <summary>A version of a document. Versions are only ever added: going back is a version, too.</summary>
/// <param name="Number">Counted within the kind; a later one is higher.</param>
/// <param name="At">When it was added.</param>
sealed record DocumentVersion(int Number, DateTimeOffset At, Draft Content);

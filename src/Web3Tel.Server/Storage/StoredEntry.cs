namespace Web3Tel.Server.Storage;

/// <summary>An entry of the journal as it lies on the disk.</summary>
/// <param name="Number">Its place in the journal: 1, 2, 3 …</param>
/// <param name="Json">The entry in the domain's own words.</param>
readonly record struct StoredEntry(long Number, string Json);

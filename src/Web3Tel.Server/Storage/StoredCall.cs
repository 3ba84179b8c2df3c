namespace Web3Tel.Server.Storage;

/// <summary>An ended call as it lies in the history file.</summary>
/// <param name="Key">Its place: sorts by the time the call ended.</param>
/// <param name="Id">The call's id.</param>
/// <param name="Of">The digits of the other person's number, and the key: sorts by number, and for each by time. Null when the number was withheld.</param>
/// <param name="Json">The entry in the domain's own words.</param>
readonly record struct StoredCall(string Key, string Id, string? Of, string Json);

namespace Web3Tel.Callers;

/// <summary>A conversation of a caller with an agent.</summary>
/// <param name="Recording">Path of the recording under the recordings folder, or null.</param>
public sealed record Talk(string Agent, DateTimeOffset Began, DateTimeOffset? Ended, string? Recording);

namespace Web3Tel.Callers;

/// <summary>A conversation of a caller with a number outside, to which a queue, a flow or an agent has put the caller through.</summary>
/// <param name="To">The number.</param>
/// <param name="Recording">Path of the recording under the recordings folder, where one began with this conversation; null where none is, or one from before goes on.</param>
public sealed record OutsideTalk(string To, DateTimeOffset Began, DateTimeOffset? Ended, string? Recording);

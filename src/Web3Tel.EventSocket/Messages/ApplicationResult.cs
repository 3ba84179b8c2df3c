namespace Web3Tel.EventSocket.Messages;

/// <summary>How an application on a channel ended.</summary>
/// <param name="ErrorMessage">Why it was not started, or null when it ran.</param>
/// <param name="Event">The CHANNEL_EXECUTE_COMPLETE, with what it left in the channel; null when it was not started.</param>
public sealed record ApplicationResult(string? ErrorMessage, EventMessage? Event)
{
    /// <summary>Whether it ran to its end. What it achieved is in <see cref="Response"/> and the channel variables.</summary>
    public bool Success => ErrorMessage is null;

    /// <summary>What the application says, such as <c>FILE PLAYED</c>.</summary>
    public string? Response => Event?[HeaderNames.ApplicationResponse];
}

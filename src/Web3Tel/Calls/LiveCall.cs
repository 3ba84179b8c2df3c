namespace Web3Tel.Calls;

/// <summary>A call found alive on a switch.</summary>
/// <param name="Ref">Which call.</param>
/// <param name="Created">When it reached the switch.</param>
/// <param name="BridgedTo">The leg it is in conversation with, if it is.</param>
/// <param name="Number">The caller's number.</param>
/// <param name="Name">The caller's name.</param>
/// <param name="Dialled">The number dialled.</param>
public sealed record LiveCall(
    CallRef Ref,
    DateTimeOffset Created,
    CallRef? BridgedTo,
    string Number,
    string Name,
    string Dialled)
{
    /// <summary>As <see cref="CallVariables.TalkEnded"/>, of one in no conversation; null for one who was in none, or where the switch does not say.</summary>
    public HangupCause? TalkEnded { get; init; }
}

using System.Collections.Immutable;

namespace Web3Tel.Calls;

/// <summary>A call to make.</summary>
/// <param name="Ref">The id the new leg shall have, chosen by us so that it can be found again whatever happens.</param>
/// <param name="Destination">Whom to ring, in the switch's own words: <c>user/1001</c>, <c>sofia/gateway/provider/79161234567</c>.</param>
/// <param name="RingTime">How long to let it ring.</param>
/// <param name="CallerNumber">The number to show.</param>
/// <param name="CallerName">The name to show; may hold any character.</param>
/// <param name="Variables">Channel variables for the new leg.</param>
public sealed record Dial(
    CallRef Ref,
    string Destination,
    TimeSpan RingTime,
    string CallerNumber,
    string CallerName,
    ImmutableDictionary<string, string> Variables)
{
    static readonly Func<HangupCause> Cancelled = () => HangupCause.OriginatorCancel;

    /// <summary>
    /// The number under which the dialplan brings the call to the service, should it be parted from the other one; null for a call that only ends.
    /// </summary>
    public string? ComesBackTo { get; init; }

    /// <summary>Asks the phone to answer by itself; one that cannot just rings.</summary>
    public bool AutoAnswer { get; init; }

    /// <summary>Asked when the ringing is stopped before the answer: with which cause.</summary>
    public Func<HangupCause> StoppedWith { get; init; } = Cancelled;

    /// <summary>
    /// For a call that, when it is answered, goes through the dialplan as if this number had been dialled, and reaches the service as a caller
    /// does; null for one that waits for its bridge.
    /// </summary>
    public string? ArrivesAt { get; init; }

    /// <summary>For a call that listens to another one as soon as it is answered, and ends with it; null for one that waits for its bridge.</summary>
    public Listening? Listening { get; init; }
}

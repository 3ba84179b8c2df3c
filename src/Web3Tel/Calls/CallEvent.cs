namespace Web3Tel.Calls;

/// <summary>What happens on a call. After <see cref="HungUp"/> or <see cref="Lost"/> the stream completes.</summary>
public abstract record CallEvent
{
    private CallEvent(DateTimeOffset at) => At = at;

    /// <summary>When it happened, by the switch's clock where it says so.</summary>
    public DateTimeOffset At { get; init; }

    public sealed record Answered(DateTimeOffset At) : CallEvent(At);

    /// <summary>A DTMF key: 0–9, *, #, A–D.</summary>
    public sealed record Digit(DateTimeOffset At, char Key) : CallEvent(At);

    public sealed record Bridged(DateTimeOffset At, CallRef With) : CallEvent(At);

    public sealed record Unbridged(DateTimeOffset At, CallRef With) : CallEvent(At);

    /// <summary>The call has ended.</summary>
    public sealed record HungUp(DateTimeOffset At, HangupCause Cause, HungUpBy By) : CallEvent(At);

    /// <summary>We lost sight of the call; it may live on and come back with the same <see cref="CallRef"/>.</summary>
    public sealed record Lost(DateTimeOffset At, string Why) : CallEvent(At);
}

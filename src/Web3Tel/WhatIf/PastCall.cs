using Web3Tel.Distribution;
using Web3Tel.History;

namespace Web3Tel.WhatIf;

/// <summary>A caller of a past day, with what the caller brought along whoever would have served: when, whither, and for how long.</summary>
/// <param name="Arrived">The call as it reached the service.</param>
/// <param name="Joined">The first queue joined, and when.</param>
/// <param name="Real">What became of it.</param>
/// <param name="Connecting">How long the switch took to join the caller with an agent; null when they were not joined.</param>
public sealed record PastCall(Event.CallArrived Arrived, Event.Joined Joined, HistoryEntry Real, TimeSpan? Connecting)
{
    /// <summary>From joining to hanging up, for one who abandoned; null for one of whom it is only known that it was longer than the wait.</summary>
    public TimeSpan? Patience => Real.Result == CallResult.Abandoned ? NotNegative(Real.Ended - Joined.At) : null;

    /// <summary>How long the conversation was, if there was one.</summary>
    public TimeSpan? Talk => Real.Answered is null ? null : TimeSpan.FromSeconds(Real.TalkedSeconds);

    static TimeSpan NotNegative(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}

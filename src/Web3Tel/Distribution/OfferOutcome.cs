namespace Web3Tel.Distribution;

/// <summary>How an offer ended, as seen by the caller it rang for.</summary>
public enum OfferOutcome
{
    Answered,
    Rejected,
    Busy,
    NoAnswer,

    /// <summary>The phone is not there: not registered, no route, no such user.</summary>
    Unreachable,

    /// <summary>We lost sight of the ringing: it may go on. The next survey of the switch tells.</summary>
    LostSight,

    /// <summary>No longer needed.</summary>
    Withdrawn,

    /// <summary>It goes on for another caller.</summary>
    Reassigned,

    /// <summary>Another agent has answered for the caller, and nobody is left for whom it could ring on.</summary>
    AnsweredElsewhere,
}

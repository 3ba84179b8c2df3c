namespace Web3Tel.History;

/// <summary>What happened to a caller.</summary>
public enum JourneyEvent
{
    Arrived,
    Joined,

    /// <summary>A limit of the queue was reached; the detail says which.</summary>
    Overflowed,

    /// <summary>The caller left the queue by a key; the detail says which.</summary>
    LeftByKey,

    /// <summary>An agent's phone rings for the caller.</summary>
    Offered,

    /// <summary>Rang again soon after having been cut off, and has the old place; the detail says from when it counts.</summary>
    PlaceGivenBack,

    /// <summary>It rings no more; the detail says how that ended.</summary>
    OfferEnded,

    /// <summary>The agent answered and hears the queue's whisper.</summary>
    Whispered,

    /// <summary>Joined with the agent.</summary>
    Connected,

    /// <summary>An agent had answered, but the switch could not join the two.</summary>
    ConnectFailed,

    /// <summary>We lost sight of the call.</summary>
    LostSight,

    /// <summary>The call came back, with its place.</summary>
    CameBack,

    Ended,
    WrapUpEnded,
}

namespace Web3Tel.Explanation;

/// <summary>What a waiting caller waits for.</summary>
public enum Hindrance
{
    /// <summary>A phone rings for this caller at this moment.</summary>
    Ringing,

    /// <summary>We have lost sight of the caller: the place is kept for a while.</summary>
    OutOfSight,

    /// <summary>The caller's switch cannot be commanded at present.</summary>
    SwitchOutOfReach,

    /// <summary>One who came earlier is out of sight and expected back any moment.</summary>
    SomebodyExpectedBack,

    /// <summary>Others stand before.</summary>
    NotTheFirst,

    /// <summary>No agent serves the queue.</summary>
    NobodyServesTheQueue,

    /// <summary>Agents serve it, but none is signed in.</summary>
    NobodySignedIn,

    /// <summary>The caller waits for one agent alone, spoken with last.</summary>
    WaitsForSameAgent,

    /// <summary>Agents are free, but none has the skills.</summary>
    NobodyFreeHasTheSkills,

    /// <summary>Agents are free, but on levels for which the caller has not waited long enough.</summary>
    LevelNotOpen,

    /// <summary>To be called back, and still in the call in which that was asked for.</summary>
    StillOnTheLine,

    /// <summary>To be called back after a pause, the last attempt having been in vain.</summary>
    PauseBetweenAttempts,

    /// <summary>To be called back, but not at this hour.</summary>
    OutsideCallingHours,

    /// <summary>None of those who are signed in is free.</summary>
    NobodyFree,
}

namespace Web3Tel.History;

/// <summary>What became of a call.</summary>
public enum CallResult
{
    /// <summary>The caller spoke with an agent.</summary>
    Answered,

    /// <summary>The caller hung up while waiting in a queue; outgoing, the agent before the number had answered.</summary>
    Abandoned,

    /// <summary>The call ended before it reached a queue.</summary>
    NotQueued,

    /// <summary>The queue had no room, or no more time, for the caller, and no other queue took over.</summary>
    TurnedAway,

    /// <summary>The queue sent the caller on to a named step or a number outside, where the call ended; the journey tells which.</summary>
    SentOn,

    /// <summary>Was to be called back, and it came to no conversation; <see cref="HistoryEntry.Callback"/> tells why.</summary>
    NotCalledBack,

    /// <summary>We lost sight of the call and it did not come back in time.</summary>
    Lost,

    /// <summary>The service ended the call, unable to go on with it.</summary>
    Failed,

    /// <summary>Outgoing: the number was busy, did not answer or could not be had; the cause tells which.</summary>
    NotReached,

    /// <summary>Outgoing: the agent's own phone, which rings first, was not answered.</summary>
    OperatorNotReached,

    /// <summary>Outgoing: the agent may not call the number, or not now.</summary>
    Refused,
}

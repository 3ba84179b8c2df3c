namespace Web3Tel.Callbacks;

/// <summary>What became of a wish to be called back.</summary>
public enum CallbackEnd
{
    /// <summary>There was a conversation.</summary>
    Done,

    /// <summary>The customer has rung again and taken the place in person.</summary>
    CameInPerson,

    /// <summary>Not in time.</summary>
    Expired,

    /// <summary>Called as often as the queue says, in vain.</summary>
    AttemptsUsedUp,

    /// <summary>By an operator, a supervisor or the customer.</summary>
    Cancelled,

    /// <summary>The queue is gone, or calls nobody back any more.</summary>
    NoLongerOffered,

    /// <summary>It could not be written down, and was not promised.</summary>
    NotWritten,

    /// <summary>The customer answered, and left before there was a conversation.</summary>
    LeftAfterAnswer,

    /// <summary>An operator has called the number for the queue, out of turn, and there was a conversation.</summary>
    CalledByHand,
}

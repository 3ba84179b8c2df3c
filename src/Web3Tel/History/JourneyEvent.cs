namespace Web3Tel.History;

/// <summary>What happened to a caller.</summary>
public enum JourneyEvent
{
    Arrived,
    Joined,

    /// <summary>A limit of the queue was reached; the detail says which.</summary>
    Overflowed,

    /// <summary>All channels of the line dialled were in use; the detail is its number.</summary>
    LineBusy,

    /// <summary>The caller left the queue by a key; the detail says which.</summary>
    LeftByKey,

    /// <summary>Left the queue for a named step or a number outside; the detail says which.</summary>
    SentOn,

    /// <summary>More agents may have the caller than before; the detail says why.</summary>
    Widened,

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

    /// <summary>On hold.</summary>
    Held,

    /// <summary>Forgotten on hold: the agent's phone rings again.</summary>
    RungBack,

    /// <summary>Back with the agent.</summary>
    Resumed,

    /// <summary>On the way to somebody else; the detail says to whom.</summary>
    Transferred,

    /// <summary>The agent asks somebody else; the detail says whom.</summary>
    Consulted,

    /// <summary>The agent talks with that somebody; the detail is the id by which their conversation stands in the history.</summary>
    ConsultBegan,

    /// <summary>That somebody could not be had, or did not take the caller.</summary>
    TransferFailed,

    /// <summary>The agent's phone was lost in the conversation; the detail is the cause by which its call ended.</summary>
    PhoneLost,

    /// <summary>In the queue again after a conversation, as the first; the detail says why.</summary>
    BackInQueue,

    /// <summary>Has heard that the conversation is recorded; the detail says why it could not be said.</summary>
    RecordingAnnounced,

    /// <summary>The recording is silent from here on; the detail says who asked for it.</summary>
    RecordingPaused,

    /// <summary>It is not any more; the detail says for how long it was.</summary>
    RecordingResumed,

    /// <summary>The recording goes on, though it was to be paused; the detail says why.</summary>
    RecordingPauseFailed,

    /// <summary>The recording stays silent, though it was to go on; the detail says why. It is tried again.</summary>
    RecordingResumeFailed,

    /// <summary>The recording was to be silent, and the switch never said that it was: it may go on. The detail says for how long.</summary>
    RecordingPauseUnconfirmed,

    /// <summary>Somebody wants to listen; the detail says how and who.</summary>
    ListenedTo,

    /// <summary>A supervisor wants the caller.</summary>
    TakenOver,

    /// <summary>A supervisor gave the caller another place; the detail says which, and who.</summary>
    Moved,

    /// <summary>Begins to speak into a mailbox; the detail says into which, and the message's id.</summary>
    LeavesMessage,

    /// <summary>Has given a mark; the detail says in which survey, and which.</summary>
    Rated,

    /// <summary>Takes a step of a scenario; the detail says which, of which version.</summary>
    StepReached,

    /// <summary>Something in that step did not go as it should; the detail says what.</summary>
    StepTrouble,

    /// <summary>Asks to be called back; the detail says in which queue, at which number, and in which call.</summary>
    AsksForCallback,

    /// <summary>The customer's phone is called, on behalf of the agent; the detail says for the how manieth time.</summary>
    CalledBack,

    /// <summary>The attempt was in vain; the detail says why.</summary>
    NotReached,

    /// <summary>The customer answered.</summary>
    Reached,

    /// <summary>Nobody will call the customer back any more; the detail says why, and who.</summary>
    CallbackClosed,

    /// <summary>We lost sight of the call.</summary>
    LostSight,

    /// <summary>The call came back, with its place.</summary>
    CameBack,

    /// <summary>An agent calls a number outside; the detail is the number.</summary>
    CallsOut,

    /// <summary>The agent's own phone rings first, for the call outside.</summary>
    AgentRings,

    /// <summary>The agent may not call it, or not now; the detail says why.</summary>
    NumberRefused,

    /// <summary>The number outside rings; the detail is the number.</summary>
    NumberRings,

    /// <summary>It cannot be had; the detail says how that ended.</summary>
    NumberNotReached,

    Ended,

    /// <summary>The agent has written of the conversation; the detail is the result's id, empty for none, a colon and the text.</summary>
    NoteTaken,

    /// <summary>The agent's work after the conversation is over; the detail says why, as <see cref="Agents.EndingWhy"/>.</summary>
    WrapUpEnded,
}

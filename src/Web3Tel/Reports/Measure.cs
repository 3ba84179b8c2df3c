namespace Web3Tel.Reports;

/// <summary>
/// What is counted. Each can be summed over any stretch of time, and is told of a queue, an operator or a line as docs/reports.md says. Names
/// are kept in files: a new meaning needs a new name.
/// </summary>
public enum Measure
{
    /// <summary>Queue: callers who came to it, whether it took them in or not.</summary>
    Offered,

    /// <summary>Queue: those of <see cref="Offered"/> who had been in conversation and were given back to it.</summary>
    Returned,

    /// <summary>Queue: callers who were joined with an operator out of it. Line: calls that spoke with an operator at all.</summary>
    Answered,

    /// <summary>Queue: callers who hung up while they waited in it. Line: calls that ended so and never spoke with an operator.</summary>
    Abandoned,

    /// <summary>Queue: callers whom it did not take in, for its limits.</summary>
    Refused,

    /// <summary>Queue: callers whom a limit sent on while they waited.</summary>
    Overflowed,

    /// <summary>Queue: callers who left it by a key.</summary>
    LeftByKey,

    /// <summary>Queue: callers who went to another one by a supervisor or a flow.</summary>
    Moved,

    /// <summary>Queue and line: callers who left, or hung up, to be called back.</summary>
    AskedForCallback,

    /// <summary>Queue and line: callers who were lost, or whom the service could not serve.</summary>
    Failed,

    /// <summary>Ticks that those of <see cref="Answered"/> had waited.</summary>
    AnsweredWait,

    /// <summary>Ticks that those of <see cref="Abandoned"/> had waited.</summary>
    AbandonedWait,

    /// <summary>Line: calls that came.</summary>
    Calls,

    /// <summary>Line: those of them for which no channel was free.</summary>
    LineBusy,

    /// <summary>Line: calls that ended before they reached a queue.</summary>
    NotQueued,

    /// <summary>Line: calls that no queue had room or time for, the busy line's included.</summary>
    TurnedAway,

    /// <summary>Line: calls that ended in a step or with a number a queue had sent them to.</summary>
    SentOn,

    /// <summary>Operator: how often the phone was rung.</summary>
    Rung,

    /// <summary>Operator: offers that were rejected.</summary>
    Rejected,

    /// <summary>Operator: offers that nobody answered.</summary>
    Unanswered,

    /// <summary>Operator: offers to a phone that was busy or not there.</summary>
    Unreachable,

    /// <summary>Conversations of operators with callers; one who is transferred has several.</summary>
    Conversations,

    /// <summary>Ticks of these conversations without hold.</summary>
    Talk,

    /// <summary>Ticks of hold in these conversations.</summary>
    Hold,

    /// <summary>Ticks of wrap-up after these conversations.</summary>
    WrapUp,

    /// <summary>Marks that callers gave after these conversations.</summary>
    Marks,

    /// <summary>The sum of these marks.</summary>
    MarkSum,

    /// <summary>Messages that callers began to leave.</summary>
    Voicemails,

    VoicemailsRead,

    VoicemailsDeleted,

    /// <summary>Queue and line, as all that follow: callbacks that were promised.</summary>
    Callbacks,

    /// <summary>Those of <see cref="Callbacks"/> that came to a conversation. Operator: conversations that began as one.</summary>
    CalledBack,

    /// <summary>Ticks from the promise to the conversation, of those of <see cref="CalledBack"/>.</summary>
    CalledBackWait,

    /// <summary>The customer rang again and took the place in person.</summary>
    CallbacksInPerson,

    CallbacksExpired,

    /// <summary>Called as often as the queue says, in vain.</summary>
    CallbacksUsedUp,

    CallbacksCancelled,

    /// <summary>The queue was gone, or called nobody back any more.</summary>
    CallbacksWithdrawn,

    /// <summary>The customer answered, and left before there was a conversation.</summary>
    CallbacksLeft,

    /// <summary>How often customers' phones were called; operator: for this one.</summary>
    CallbackAttempts,

    /// <summary>Ticks by the clock: operators signed in, less their breaks. Queue: of all who serve it.</summary>
    AtWork,

    /// <summary>Ticks by the clock: talking, holding and wrapping up.</summary>
    Busy,

    /// <summary>Operator, ticks by the clock, as all that follow: signed in.</summary>
    SignedIn,

    Ready,

    Ringing,

    Talking,

    Holding,

    WrappingUp,

    OnBreak,

    /// <summary>Not rung for a while, after an offer that failed.</summary>
    Resting,

    /// <summary>Ready but for the wish not to be disturbed.</summary>
    NotDisturbed,

    /// <summary>Ready but for a call which is not the call center's.</summary>
    InOtherCall,

    /// <summary>Ready but for a call of the own to a number outside, from the first ring to the hang-up.</summary>
    CallingOut,

    /// <summary>Operator, as the two that follow, in the slot in which it began: calls to numbers outside that are over, whatever became of them.</summary>
    OutgoingCalls,

    /// <summary>Those of <see cref="OutgoingCalls"/> that came to a conversation.</summary>
    OutgoingAnswered,

    /// <summary>Ticks of these conversations.</summary>
    OutgoingTalk,
}

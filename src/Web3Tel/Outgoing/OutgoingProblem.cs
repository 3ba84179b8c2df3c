namespace Web3Tel.Outgoing;

/// <summary>Why an agent who dials outside gets no conversation, as the agent is told.</summary>
public enum OutgoingProblem
{
    /// <summary>By the rules of allowed and blocked numbers, or it is no number.</summary>
    NumberRefused,

    /// <summary>Calls outside are for those who are signed in.</summary>
    SignedOut,

    NoLineOut,
    Busy,
    NoAnswer,

    /// <summary>For any other reason: no such number, gateway down, not joined.</summary>
    NotReached,
}

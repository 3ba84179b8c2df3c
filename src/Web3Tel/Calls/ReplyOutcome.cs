namespace Web3Tel.Calls;

public enum ReplyOutcome
{
    Done,

    /// <summary>The switch said no: a missing file, a call that is not bridgeable.</summary>
    Refused,

    /// <summary>The call ended before the command did.</summary>
    CallEnded,

    /// <summary>The connection to the switch broke: the command may or may not have been carried out.</summary>
    Disconnected,

    /// <summary>No answer in time: the command may or may not have been carried out.</summary>
    TimedOut,
}

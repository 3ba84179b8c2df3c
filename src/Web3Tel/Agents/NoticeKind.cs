namespace Web3Tel.Agents;

public enum NoticeKind
{
    /// <summary>Put on break, because too many offers in a row were not answered.</summary>
    Unanswered,

    /// <summary>Signed out, because a break lasted longer than any may.</summary>
    BreakTooLong,

    /// <summary>Signed out, because the phone was not to be disturbed for longer than any may be.</summary>
    DoNotDisturbTooLong,

    /// <summary>A call outside the queues lasted longer than any is believed to: the phone is taken for free.</summary>
    OutsideCallTooLong,

    /// <summary>A conversation was over without our having heard of it, until the switch was asked; the detail is the caller's number.</summary>
    EndUnheard,

    /// <summary>The recording of the conversation was to be paused, and goes on; the detail is what the switch said.</summary>
    RecordingGoesOn,

    /// <summary>The recording was to go on, and stays silent; the detail is what the switch said.</summary>
    RecordingStaysSilent,

    /// <summary>A supervisor forced the state.</summary>
    Forced,
}

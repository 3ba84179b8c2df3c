namespace Web3Tel.Agents;

public enum NoticeKind
{
    /// <summary>Put on break, because too many offers in a row were not answered.</summary>
    Unanswered,

    /// <summary>Signed out, because a break lasted longer than any may.</summary>
    BreakTooLong,

    /// <summary>A supervisor forced the state.</summary>
    Forced,
}

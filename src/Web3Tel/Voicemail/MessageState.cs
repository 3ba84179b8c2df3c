namespace Web3Tel.Voicemail;

/// <summary>How far a message has come.</summary>
public enum MessageState
{
    /// <summary>The caller speaks, or nobody knows yet how that ended.</summary>
    Recording,

    /// <summary>Long enough, and the caller may still record it again. Whatever ends the call now keeps it.</summary>
    Recorded,

    /// <summary>Left.</summary>
    Kept,

    /// <summary>Too short, or recorded again: nobody's message.</summary>
    Discarded,
}

namespace Web3Tel.Distribution;

public enum OfferState
{
    /// <summary>The agent's phone rings.</summary>
    Ringing,

    /// <summary>The agent answered and hears the queue's whisper; the caller still waits, as while it rang.</summary>
    Whispering,

    /// <summary>The agent answered and is being joined with the caller.</summary>
    Connecting,

    Talking,

    /// <summary>We lost sight of it: the next survey of its switch, or its deadline, decides.</summary>
    Orphaned,
}

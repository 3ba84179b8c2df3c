namespace Web3Tel.Distribution;

public enum OfferState
{
    /// <summary>The agent's phone rings.</summary>
    Ringing,

    /// <summary>The agent answered and hears the queue's whisper; the caller still waits, as while it rang.</summary>
    Whispering,

    /// <summary>The agent's phone is silent: kept free while the customer is called back.</summary>
    Reserved,

    /// <summary>The agent answered, and the customer is called back.</summary>
    Calling,

    /// <summary>The agent answered and is being joined with the caller.</summary>
    Connecting,

    Talking,

    /// <summary>The caller is on hold or with somebody who is asked; the agent's leg lives.</summary>
    Held,

    /// <summary>The caller is being joined with the agent again.</summary>
    Resuming,

    /// <summary>We lost sight of it: the next survey of its switch, or its deadline, decides.</summary>
    Orphaned,
}

namespace Web3Tel.Callbacks;

/// <summary>What became of a wish to be called back.</summary>
public enum CallbackReply
{
    /// <summary>It is on the disk: the call will come.</summary>
    Accepted,

    /// <summary>This queue is to call this number already: the earlier wish stands, with its place.</summary>
    AskedAlready,

    /// <summary>There is no such queue, or it calls nobody back.</summary>
    NotHere,

    /// <summary>Nobody may be called at this number.</summary>
    NumberRefused,

    /// <summary>It could not be written down: nothing was promised.</summary>
    NotWritten,
}

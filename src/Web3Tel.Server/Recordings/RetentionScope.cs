namespace Web3Tel.Server.Recordings;

/// <summary>Which recordings a rule is for.</summary>
enum RetentionScope
{
    /// <summary>Those of a queue.</summary>
    Queue,

    /// <summary>Those of no queue: outgoing calls that are counted to none.</summary>
    NoQueue,

    /// <summary>All that no other rule names.</summary>
    Others,
}

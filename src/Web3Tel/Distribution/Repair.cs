namespace Web3Tel.Distribution;

/// <summary>What was found not to be as we believed, when a switch was asked or told of itself, and was put right.</summary>
public enum Repair
{
    /// <summary>A caller whom we took for waiting, or for one on the way out, was on the switch no more.</summary>
    GhostCaller,

    /// <summary>A conversation was over, and its end had not been heard.</summary>
    LostConversation,

    /// <summary>Both calls of a conversation lived, and were joined no more.</summary>
    PartedConversation,

    /// <summary>Two had been joined without our having heard.</summary>
    LostJoin,

    /// <summary>A caller whose agent's phone was lost while nobody looked was taken back into the queue.</summary>
    LostPhone,

    /// <summary>An agent's phone rang, or was kept in silence, for nobody any more: an agent would have been stuck.</summary>
    KeptPhone,

    /// <summary>A conversation was over, and its recording ran on, since a call of it lived: that call, which nobody listened to, was ended.</summary>
    RunningRecording,
}

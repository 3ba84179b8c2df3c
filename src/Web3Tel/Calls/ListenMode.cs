namespace Web3Tel.Calls;

/// <summary>What somebody who listens to a conversation can say, and to whom.</summary>
public enum ListenMode
{
    /// <summary>Nothing.</summary>
    Listen,

    /// <summary>Heard by the agent only.</summary>
    Whisper,

    /// <summary>Heard by both.</summary>
    Barge,
}
